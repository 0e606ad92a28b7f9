-- Accounts: how people show who they are, and the sessions that begin when they have. None of it is an act of the record.

-- A session says when and by what its person showed who they are, and where. Those begun before say nothing of it and are ended.
DELETE FROM web_session;
ALTER TABLE web_session ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE web_session ADD COLUMN stage TEXT NOT NULL DEFAULT 'whole' CHECK (stage IN ('whole', 'second', 'enrol'));
ALTER TABLE web_session ADD COLUMN factors TEXT NOT NULL DEFAULT '';
ALTER TABLE web_session ADD COLUMN authenticated_at BIGINT NOT NULL DEFAULT 0 CHECK (authenticated_at < 9223372036854775807);
ALTER TABLE web_session ADD COLUMN idle_millis BIGINT NOT NULL DEFAULT 0 CHECK (idle_millis < 9223372036854775807);
ALTER TABLE web_session ADD COLUMN address TEXT;
ALTER TABLE web_session ADD COLUMN agent TEXT;
CREATE INDEX web_session_person ON web_session (person);

CREATE TABLE account (
    person TEXT PRIMARY KEY,
    locked_at BIGINT CHECK (locked_at < 9223372036854775807),
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    used_at BIGINT CHECK (used_at < 9223372036854775807),
    language TEXT,
    passphrase TEXT,
    passphrase_at BIGINT CHECK (passphrase_at < 9223372036854775807),
    totp_sealed TEXT,
    totp_confirmed_at BIGINT CHECK (totp_confirmed_at < 9223372036854775807),
    totp_step BIGINT NOT NULL DEFAULT 0 CHECK (totp_step < 9223372036854775807),
    handle TEXT NOT NULL UNIQUE
);

-- An invitation holds until its person can sign in by themselves, or its time is over.
CREATE TABLE account_invitation (
    secret_sha256 TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    made_by TEXT,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807)
);
CREATE INDEX account_invitation_person ON account_invitation (person);

CREATE TABLE account_recovery (
    code_sha256 TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    used_at BIGINT CHECK (used_at < 9223372036854775807)
);
CREATE INDEX account_recovery_person ON account_recovery (person);

-- Public keys in the form of COSE, in hex; `credential` is what the authenticator calls it, in base64url.
CREATE TABLE account_passkey (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    credential TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL,
    label TEXT NOT NULL,
    counter BIGINT NOT NULL CHECK (counter < 9223372036854775807),
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    used_at BIGINT CHECK (used_at < 9223372036854775807)
);
CREATE INDEX account_passkey_person ON account_passkey (person);

-- A challenge that was given out and not answered yet.
CREATE TABLE account_challenge (
    id TEXT PRIMARY KEY,
    challenge TEXT NOT NULL,
    person TEXT,
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807)
);

-- Browsers that somebody has signed in with, so that tries from elsewhere do not slow them down.
CREATE TABLE account_device (
    secret_sha256 TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807)
);
CREATE INDEX account_device_person ON account_device (person);

-- Tries that failed, by the hash of what is tried or where it comes from, and until when the next one waits.
CREATE TABLE sign_in_try (
    subject TEXT PRIMARY KEY,
    failures BIGINT NOT NULL CHECK (failures < 9223372036854775807),
    last_at BIGINT NOT NULL CHECK (last_at < 9223372036854775807),
    until BIGINT NOT NULL CHECK (until < 9223372036854775807)
);
CREATE INDEX sign_in_try_last ON sign_in_try (last_at);
