-- Concerns of the review of documented information; the ruling on a disputed finding; who changed a draft of the report
-- last; when the receipt of a complaint is due and was acknowledged.

CREATE TABLE "audit_document_review_concerns" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "requirement_given" BIGINT NOT NULL CHECK ("requirement_given" < 9223372036854775807),
    "requirement_criteria" TEXT,
    "requirement_id" TEXT,
    "document" TEXT,
    "missing" TEXT NOT NULL,
    "consequence" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

ALTER TABLE "finding" ADD COLUMN "upheld_given" BIGINT NOT NULL DEFAULT 0 CHECK ("upheld_given" < 9223372036854775807);
ALTER TABLE "finding" ADD COLUMN "upheld_reason" TEXT;
ALTER TABLE "finding" ADD COLUMN "upheld_stamp_at" TEXT;
ALTER TABLE "finding" ADD COLUMN "upheld_stamp_by" TEXT CHECK ("upheld_stamp_by" IN ('person', 'operator'));
ALTER TABLE "finding" ADD COLUMN "upheld_stamp_by_person" TEXT;
ALTER TABLE "finding" ADD COLUMN "upheld_stamp_by_on_behalf_of" TEXT;

ALTER TABLE "report" ADD COLUMN "edited_given" BIGINT NOT NULL DEFAULT 0 CHECK ("edited_given" < 9223372036854775807);
ALTER TABLE "report" ADD COLUMN "edited_at" TEXT;
ALTER TABLE "report" ADD COLUMN "edited_by" TEXT CHECK ("edited_by" IN ('person', 'operator'));
ALTER TABLE "report" ADD COLUMN "edited_by_person" TEXT;
ALTER TABLE "report" ADD COLUMN "edited_by_on_behalf_of" TEXT;

ALTER TABLE "complaint" ADD COLUMN "acknowledge_by" TEXT;
ALTER TABLE "complaint" ADD COLUMN "acknowledged_given" BIGINT NOT NULL DEFAULT 0 CHECK ("acknowledged_given" < 9223372036854775807);
ALTER TABLE "complaint" ADD COLUMN "acknowledged_at" TEXT;
ALTER TABLE "complaint" ADD COLUMN "acknowledged_by" TEXT CHECK ("acknowledged_by" IN ('person', 'operator'));
ALTER TABLE "complaint" ADD COLUMN "acknowledged_by_person" TEXT;
ALTER TABLE "complaint" ADD COLUMN "acknowledged_by_on_behalf_of" TEXT;
