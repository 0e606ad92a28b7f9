-- When and by whom attendance of a meeting was signed.

CREATE TABLE "meeting_signed" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL CHECK ("by" IN ('person', 'operator')),
    "by_person" TEXT,
    "by_on_behalf_of" TEXT,
    PRIMARY KEY ("of_record", "pos")
);
