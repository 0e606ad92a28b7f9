-- What a unit is part of, and in how many shifts its persons work.
ALTER TABLE "auditee_units" ADD COLUMN "parent" TEXT;
ALTER TABLE "auditee_units" ADD COLUMN "shifts" BIGINT CHECK ("shifts" < 9223372036854775807);
