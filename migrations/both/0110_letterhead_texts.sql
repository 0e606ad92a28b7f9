-- What the documents of the organization look like; its texts in their versions, and where each was taken.

ALTER TABLE "organization" ADD COLUMN "letterhead_given" BIGINT NOT NULL DEFAULT 0 CHECK ("letterhead_given" < 9223372036854775807);
ALTER TABLE "organization" ADD COLUMN "letterhead_logo_given" BIGINT CHECK ("letterhead_logo_given" < 9223372036854775807);
ALTER TABLE "organization" ADD COLUMN "letterhead_logo_sha256" TEXT;
ALTER TABLE "organization" ADD COLUMN "letterhead_logo_media" TEXT CHECK ("letterhead_logo_media" IN ('png', 'jpeg', 'svg'));
ALTER TABLE "organization" ADD COLUMN "letterhead_logo_bytes" BIGINT CHECK ("letterhead_logo_bytes" < 9223372036854775807);
ALTER TABLE "organization" ADD COLUMN "letterhead_logo_width" BIGINT CHECK ("letterhead_logo_width" < 9223372036854775807);
ALTER TABLE "organization" ADD COLUMN "letterhead_logo_height" BIGINT CHECK ("letterhead_logo_height" < 9223372036854775807);
ALTER TABLE "organization" ADD COLUMN "letterhead_accent" TEXT;
ALTER TABLE "organization" ADD COLUMN "letterhead_address" TEXT;
ALTER TABLE "organization" ADD COLUMN "letterhead_footer" TEXT;

CREATE TABLE "house_text" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "organization" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('confidentiality', 'opening_agenda', 'closing_agenda', 'plan_introduction', 'report_introduction', 'sampling_limits', 'distribution', 'invitation')),
    "language" TEXT NOT NULL,
    "revision" BIGINT NOT NULL CHECK ("revision" < 9223372036854775807),
    "text" TEXT NOT NULL,
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

CREATE TABLE "text_use" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "house_text" TEXT NOT NULL,
    "revision" BIGINT NOT NULL CHECK ("revision" < 9223372036854775807),
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);
