-- Signing in to the pages: links that are good for one use, and the sessions they begin, each by the hash of its secret.

CREATE TABLE sign_in_link (
    secret_sha256 TEXT PRIMARY KEY,
    person TEXT,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807),
    used_at BIGINT CHECK (used_at < 9223372036854775807)
);

CREATE TABLE web_session (
    secret_sha256 TEXT PRIMARY KEY,
    person TEXT,
    language TEXT,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    used_at BIGINT NOT NULL CHECK (used_at < 9223372036854775807),
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807)
);
