-- Calendars that people subscribe to by an address that nobody else knows; of the address its digest alone.
CREATE TABLE calendar_feed (
    id TEXT PRIMARY KEY,
    secret_sha256 TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    label TEXT NOT NULL,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    expires_at BIGINT CHECK (expires_at < 9223372036854775807),
    revoked_at BIGINT CHECK (revoked_at < 9223372036854775807),
    used_at BIGINT CHECK (used_at < 9223372036854775807)
);
CREATE INDEX calendar_feed_person ON calendar_feed (person);

-- What a feed has shown to a person, so that what is no longer there can be sent as cancelled for a while.
CREATE TABLE calendar_shown (
    person TEXT NOT NULL,
    uid TEXT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence < 9223372036854775807),
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    digest TEXT NOT NULL,
    changed_at BIGINT NOT NULL CHECK (changed_at < 9223372036854775807),
    cancelled_at BIGINT CHECK (cancelled_at < 9223372036854775807),
    PRIMARY KEY (person, uid)
);
