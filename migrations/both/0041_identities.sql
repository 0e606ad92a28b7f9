-- Signing in by a provider of the organization's own (OpenID Connect): who somebody is there, and what was asked and not answered yet.

CREATE TABLE account_identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person TEXT NOT NULL,
    roles TEXT NOT NULL,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    used_at BIGINT NOT NULL CHECK (used_at < 9223372036854775807),
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX account_identity_person ON account_identity (person);

CREATE TABLE account_provider_asked (
    state_sha256 TEXT PRIMARY KEY,
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL,
    next TEXT NOT NULL,
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807)
);
