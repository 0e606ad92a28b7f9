-- Grants that sign acts that bind: asked for, proven by their person, spent by the act. No record: what an act was signed by is in its entry.

CREATE TABLE signing_grant (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    -- What is signed, as canonical JSON, and its digest in hex.
    statement TEXT NOT NULL,
    digest TEXT NOT NULL,
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807),
    proven_at BIGINT CHECK (proven_at < 9223372036854775807),
    -- The hash of what the act shows; nothing before it was proven.
    secret_sha256 TEXT UNIQUE,
    method TEXT CHECK (method IN ('passkey', 'passphrase_and_code')),
    assertion TEXT,
    spent_at BIGINT CHECK (spent_at < 9223372036854775807)
);
CREATE INDEX signing_grant_person ON signing_grant (person, expires_at);

-- When the journal was told whose key it is; nothing where that has not been done yet.
ALTER TABLE account_passkey ADD COLUMN bound_at BIGINT CHECK (bound_at < 9223372036854775807);
