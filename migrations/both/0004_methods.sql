-- Uses of methods, and samples drawn by lot.

CREATE TABLE "method_use" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "programme" TEXT,
    "audit" TEXT,
    "method" TEXT NOT NULL,
    "software" TEXT NOT NULL,
    "inputs" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "remark" TEXT,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "method_use_steps" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "what" TEXT NOT NULL,
    "working" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source" TEXT,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "draw" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "paper" TEXT,
    "population_name" TEXT NOT NULL,
    "population_sha256" TEXT NOT NULL,
    "population_rows" BIGINT NOT NULL CHECK ("population_rows" < 9223372036854775807),
    "population_key" TEXT NOT NULL,
    "population_value" TEXT,
    "population_stratum" TEXT,
    "population_completeness" TEXT NOT NULL,
    "method" TEXT NOT NULL CHECK ("method" IN ('simple', 'systematic', 'stratified', 'pps')),
    "size" BIGINT NOT NULL CHECK ("size" < 9223372036854775807),
    "basis" TEXT NOT NULL,
    "declared_at" TEXT NOT NULL,
    "declared_by" TEXT NOT NULL CHECK ("declared_by" IN ('person', 'operator')),
    "declared_by_person" TEXT,
    "declared_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('declared', 'seeded', 'drawn', 'abandoned')),
    "state_seed" TEXT,
    "state_seeded_at" TEXT,
    "state_seeded_by" TEXT CHECK ("state_seeded_by" IN ('person', 'operator')),
    "state_seeded_by_person" TEXT,
    "state_seeded_by_on_behalf_of" TEXT,
    "state_drawn_seed" TEXT,
    "state_algorithm" TEXT,
    "state_drawn_at" TEXT,
    "state_drawn_by" TEXT CHECK ("state_drawn_by" IN ('person', 'operator')),
    "state_drawn_by_person" TEXT,
    "state_drawn_by_on_behalf_of" TEXT,
    "state_abandoned_seed" TEXT,
    "state_reason" TEXT,
    "state_abandoned_at" TEXT,
    "state_abandoned_by" TEXT CHECK ("state_abandoned_by" IN ('person', 'operator')),
    "state_abandoned_by_person" TEXT,
    "state_abandoned_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "draw_selected" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "draw_replacements" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "item" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);
