-- The auditee's door: a way in for one person to one audit, without an account, by a link and a one-time code. None of it is an act of the record;
-- what is done by it is, and names it.

CREATE TABLE door (
    id TEXT PRIMARY KEY,
    secret_sha256 TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    audit TEXT NOT NULL,
    made_by TEXT,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807),
    closed_at BIGINT CHECK (closed_at < 9223372036854775807),
    used_at BIGINT CHECK (used_at < 9223372036854775807)
);
CREATE INDEX door_audit ON door (audit);
CREATE INDEX door_person ON door (person);

-- The code that was sent last; it is gone when it was used.
CREATE TABLE door_code (
    door TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    code_sha256 TEXT NOT NULL,
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807),
    tries BIGINT NOT NULL CHECK (tries < 9223372036854775807)
);

-- A session by a door stands as one that waits for its second factor, which is good for nothing else, and names the door beside it.
ALTER TABLE web_session ADD COLUMN door TEXT;
CREATE INDEX web_session_door ON web_session (door);
