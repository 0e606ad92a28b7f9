-- Mail that waits to be sent, or was.

CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    person TEXT,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    due_at BIGINT NOT NULL CHECK (due_at < 9223372036854775807),
    tries BIGINT NOT NULL CHECK (tries < 9223372036854775807),
    sent_at BIGINT CHECK (sent_at < 9223372036854775807),
    failed TEXT
);
CREATE INDEX letter_waiting ON letter (due_at) WHERE sent_at IS NULL;
CREATE INDEX letter_person ON letter (person);
