-- Where somebody lives and what a day of theirs costs; how often somebody may audit the same auditee in a row.

ALTER TABLE "person" ADD COLUMN "home" TEXT;
ALTER TABLE "person" ADD COLUMN "day_rate_cents" BIGINT CHECK ("day_rate_cents" < 9223372036854775807);

CREATE TABLE "organization_policy_rotation" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "consecutive_max" BIGINT NOT NULL CHECK ("consecutive_max" < 9223372036854775807),
    "source" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "organization_policy_rotation_audit_types" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "organization_policy_rotation_roles" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('leader', 'auditor', 'trainee', 'technical_expert', 'observer', 'guide', 'interpreter')),
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "programme_policy_rotation" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "consecutive_max" BIGINT NOT NULL CHECK ("consecutive_max" < 9223372036854775807),
    "source" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "programme_policy_rotation_audit_types" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('internal', 'supplier', 'stage_1', 'stage_2', 'surveillance', 'recertification', 'special')),
    PRIMARY KEY ("of_record", "pos", "pos_2")
);

CREATE TABLE "programme_policy_rotation_roles" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "pos_2" BIGINT NOT NULL CHECK ("pos_2" < 9223372036854775807),
    "value" TEXT NOT NULL CHECK ("value" IN ('leader', 'auditor', 'trainee', 'technical_expert', 'observer', 'guide', 'interpreter')),
    PRIMARY KEY ("of_record", "pos", "pos_2")
);
