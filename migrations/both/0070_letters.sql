-- Mail. A notice says that something happened of which people are told; a telling, that one person is; a letter is what is sent to one address.
-- Times are in milliseconds. None of it is the record.

CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    due TEXT,
    by_person TEXT,
    at BIGINT NOT NULL CHECK (at < 9223372036854775807),
    told_at BIGINT CHECK (told_at < 9223372036854775807)
);
CREATE INDEX notice_untold ON notice (at) WHERE told_at IS NULL;
CREATE INDEX notice_subject ON notice (subject);

CREATE TABLE telling (
    notice TEXT NOT NULL,
    person TEXT NOT NULL,
    due_at BIGINT NOT NULL CHECK (due_at < 9223372036854775807),
    letter TEXT,
    PRIMARY KEY (notice, person)
);
CREATE INDEX telling_waiting ON telling (due_at) WHERE letter IS NULL;
CREATE INDEX telling_person ON telling (person);
CREATE INDEX telling_letter ON telling (letter);

-- A letter waits until it was sent or given up. Whoever sends it holds it until `leased_until`, so that nobody else does.
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
    leased_by TEXT,
    leased_until BIGINT NOT NULL DEFAULT 0 CHECK (leased_until < 9223372036854775807),
    sent_at BIGINT CHECK (sent_at < 9223372036854775807),
    given_up_at BIGINT CHECK (given_up_at < 9223372036854775807),
    failed TEXT
);
CREATE INDEX letter_waiting ON letter (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX letter_person ON letter (person);

-- How often somebody wants to be written to; who is not in it, at once.
CREATE TABLE mail_choice (
    person TEXT PRIMARY KEY,
    how_often TEXT NOT NULL CHECK (how_often IN ('at_once', 'daily', 'weekly')),
    at BIGINT NOT NULL CHECK (at < 9223372036854775807)
);
