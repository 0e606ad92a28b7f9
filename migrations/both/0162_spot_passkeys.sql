-- Signatures on the spot by a passkey of whoever signs.

ALTER TABLE "spot_signature" ADD COLUMN "passkey_given" BIGINT NOT NULL DEFAULT 0 CHECK ("passkey_given" < 9223372036854775807);
ALTER TABLE "spot_signature" ADD COLUMN "passkey_credential" TEXT;
ALTER TABLE "spot_signature" ADD COLUMN "passkey_public_key" TEXT;
ALTER TABLE "spot_signature" ADD COLUMN "passkey_authenticator_data" TEXT;
ALTER TABLE "spot_signature" ADD COLUMN "passkey_client_data" TEXT;
ALTER TABLE "spot_signature" ADD COLUMN "passkey_signature" TEXT;
