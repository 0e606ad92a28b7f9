-- What is noted for security: no act of the record, and forgotten after a time. `at` is in milliseconds. No secret and nothing of a record's content is in it.

CREATE TABLE security_event (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL CHECK (at < 9223372036854775807),
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    person TEXT,
    address TEXT NOT NULL,
    route TEXT NOT NULL,
    subject_kind TEXT,
    subject TEXT,
    request TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX security_event_at ON security_event (at, id);
CREATE INDEX security_event_person ON security_event (person, id);
CREATE INDEX security_event_subject ON security_event (subject, id);
