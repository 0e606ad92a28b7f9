-- Claims of others, and how the columns of their sheets were last read.

CREATE TABLE import_columns (
    headings_sha256 TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    columns TEXT NOT NULL,
    used_at BIGINT NOT NULL CHECK (used_at < 9223372036854775807)
);

CREATE TABLE "claim_set" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('checklist', 'findings')),
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "taken_at" TEXT NOT NULL,
    "taken_by" TEXT NOT NULL CHECK ("taken_by" IN ('person', 'operator')),
    "taken_by_person" TEXT,
    "taken_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('standing', 'withdrawn')),
    "state_reason" TEXT,
    "state_withdrawn_at" TEXT,
    "state_withdrawn_by" TEXT CHECK ("state_withdrawn_by" IN ('person', 'operator')),
    "state_withdrawn_by_person" TEXT,
    "state_withdrawn_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "claim_set_claims" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "place" TEXT NOT NULL,
    "requirement_given" BIGINT NOT NULL CHECK ("requirement_given" < 9223372036854775807),
    "requirement_criteria" TEXT,
    "requirement_id" TEXT,
    "reference" TEXT,
    "title" TEXT NOT NULL,
    "text" TEXT,
    "says" TEXT,
    "weight" TEXT,
    "owner" TEXT,
    "due" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE INDEX claim_set_claims_requirement ON "claim_set_claims" ("requirement_id", "of_record");
