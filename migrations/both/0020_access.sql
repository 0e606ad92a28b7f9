-- Rights that were given, and what a person is something to: found by the person on each request.

CREATE TABLE "access_grant" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "role" TEXT NOT NULL CHECK ("role" IN ('administrator', 'programme_manager', 'reader')),
    "over" TEXT NOT NULL CHECK ("over" IN ('organization', 'programme', 'audit')),
    "over_programme" TEXT,
    "over_audit" TEXT,
    "period_from" TEXT NOT NULL,
    "period_to" TEXT,
    "reason" TEXT NOT NULL,
    "administers" TEXT,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('given', 'withdrawn')),
    "state_withdrawn_at" TEXT,
    "state_withdrawn_by" TEXT CHECK ("state_withdrawn_by" IN ('person', 'operator')),
    "state_withdrawn_by_person" TEXT,
    "state_withdrawn_by_on_behalf_of" TEXT,
    "state_why" TEXT,
    PRIMARY KEY ("id")
);

CREATE INDEX access_grant_person ON "access_grant" ("person");
CREATE INDEX programme_roles_person ON "programme_roles" ("person");
CREATE INDEX auditee_contacts_person ON "auditee_contacts" ("person");
CREATE INDEX audit_client ON "audit" ("initiation_client");
CREATE INDEX complaint_handler ON "complaint" ("state_handler");
