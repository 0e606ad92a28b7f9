-- Attributes of the requirements of adopted sets; mappings between sets and the papers made by them; audit trails and the cases followed along
-- them.

CREATE TABLE "criteria_set_requirements_attributes" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "name" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "criteria_set_requirements_attributes_values" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "pos_3" BIGINT NOT NULL CHECK ("pos_3" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos", "pos_2", "pos_3")
);

CREATE TABLE "mapping" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "source" TEXT NOT NULL,
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

CREATE TABLE "mapping_pairs" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "from" TEXT,
    "to" TEXT,
    "relation" TEXT NOT NULL CHECK ("relation" IN ('equal', 'renumbered', 'changed', 'moved', 'merged', 'split', 'new', 'dropped')),
    "note" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "audit_trail" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "trail" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "case" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "retired" BIGINT NOT NULL CHECK ("retired" < 9223372036854775807),
    PRIMARY KEY ("id")
);

CREATE TABLE "audit_trail_steps" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "test" TEXT NOT NULL,
    "carry" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "trail_case" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "trail" TEXT NOT NULL,
    "case" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "trail_case_steps" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "test" TEXT NOT NULL,
    "carry" TEXT NOT NULL,
    "paper" TEXT,
    "seen" TEXT,
    "recorded_given" BIGINT NOT NULL CHECK ("recorded_given" < 9223372036854775807),
    "recorded_at" TEXT,
    "recorded_by" TEXT CHECK ("recorded_by" IN ('person', 'operator')),
    "recorded_by_person" TEXT,
    "recorded_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "paper_by_mapping" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "served_criteria" TEXT NOT NULL,
    "served_id" TEXT NOT NULL,
    "tested_criteria" TEXT NOT NULL,
    "tested_id" TEXT NOT NULL,
    "relation" TEXT NOT NULL CHECK ("relation" IN ('equal', 'renumbered', 'changed', 'moved', 'merged', 'split', 'new', 'dropped')),
    "mapping" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);
