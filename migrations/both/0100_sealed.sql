-- Files that are kept encrypted: which object holds which file, and the data key of each, wrapped by the master key, which is not here.
-- The digest of the encrypted file stands in the record too, so that it can be checked without the key.

CREATE TABLE sealed_blob (
    sha256 TEXT PRIMARY KEY,
    cipher TEXT NOT NULL,
    bytes BIGINT NOT NULL CHECK (bytes < 9223372036854775807),
    wrapped TEXT NOT NULL,
    master TEXT NOT NULL
);
CREATE UNIQUE INDEX sealed_blob_cipher ON sealed_blob (cipher);
CREATE INDEX sealed_blob_master ON sealed_blob (master);

ALTER TABLE "evidence" ADD COLUMN "cipher" TEXT;
ALTER TABLE "report" ADD COLUMN "cipher" TEXT;
