-- Word files of the organization as templates, in their versions, and which an audit has chosen for a kind of document.

CREATE TABLE "template" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('report', 'plan', 'nonconformities', 'corrective_actions', 'opening_meeting', 'closing_meeting', 'profile')),
    "name" TEXT NOT NULL,
    "revision" BIGINT NOT NULL CHECK ("revision" < 9223372036854775807),
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL CHECK ("bytes" < 9223372036854775807),
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('in_use', 'retired')),
    "state_reason" TEXT,
    "state_retired_at" TEXT,
    "state_retired_by" TEXT CHECK ("state_retired_by" IN ('person', 'operator')),
    "state_retired_by_person" TEXT,
    "state_retired_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "template_choice" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('report', 'plan', 'nonconformities', 'corrective_actions', 'opening_meeting', 'closing_meeting', 'profile')),
    "template" TEXT,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);
