-- Tables of the auditing organization's own, and the uses of methods that name them.

CREATE TABLE "method_use_tables" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "method_table" TEXT NOT NULL,
    "revision" BIGINT NOT NULL CHECK ("revision" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "method_table" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "revision" BIGINT NOT NULL CHECK ("revision" < 9223372036854775807),
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    "content" TEXT NOT NULL CHECK ("content" IN ('days', 'factors', 'shares', 'frequencies', 'weights')),
    "content_low_most" BIGINT CHECK ("content_low_most" < 9223372036854775807),
    "content_medium_most" BIGINT CHECK ("content_medium_most" < 9223372036854775807),
    "content_reduction_most" TEXT,
    "content_surveillance" TEXT,
    "content_recertification" TEXT,
    "content_auditing_least" TEXT,
    "content_remote_approval_above" TEXT,
    "content_importance" BIGINT CHECK ("content_importance" < 9223372036854775807),
    "content_risk" BIGINT CHECK ("content_risk" < 9223372036854775807),
    "content_changes" BIGINT CHECK ("content_changes" < 9223372036854775807),
    "content_findings" BIGINT CHECK ("content_findings" < 9223372036854775807),
    "content_waiting" BIGINT CHECK ("content_waiting" < 9223372036854775807),
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

CREATE TABLE "method_table_content_day_rows" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "from" BIGINT NOT NULL CHECK ("from" < 9223372036854775807),
    "to" BIGINT NOT NULL CHECK ("to" < 9223372036854775807),
    "days" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "method_table_content_cells" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "business" TEXT NOT NULL CHECK ("business" IN ('low', 'medium', 'high')),
    "it" TEXT NOT NULL CHECK ("it" IN ('low', 'medium', 'high')),
    "least" TEXT NOT NULL,
    "most" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "method_table_content_frequency_rows" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "frequency" TEXT NOT NULL,
    "occurrences_most" BIGINT CHECK ("occurrences_most" < 9223372036854775807),
    "usual" BIGINT NOT NULL CHECK ("usual" < 9223372036854775807),
    "least" BIGINT NOT NULL CHECK ("least" < 9223372036854775807),
    "most" BIGINT NOT NULL CHECK ("most" < 9223372036854775807),
    "source" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "method_table_content_intervals" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "score_from" BIGINT NOT NULL CHECK ("score_from" < 9223372036854775807),
    "years" BIGINT NOT NULL CHECK ("years" < 9223372036854775807),
    PRIMARY KEY ("of_record", "pos")
);
