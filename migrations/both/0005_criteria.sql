-- Sets of criteria, as adopted, and wording that the holder of a licence attaches.

CREATE TABLE "criteria_set" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "auditee" TEXT,
    "criteria" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
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

CREATE TABLE "criteria_set_requirements" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "parent" TEXT,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('clause', 'item', 'control')),
    "documented_information" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "wording" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "set" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('attached', 'removed')),
    "state_text" TEXT,
    "state_licence" TEXT,
    "state_reason" TEXT,
    "state_removed_at" TEXT,
    "state_removed_by" TEXT CHECK ("state_removed_by" IN ('person', 'operator')),
    "state_removed_by_person" TEXT,
    "state_removed_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);
