-- The journal, its head, and what runs beside it. Records have migrations of their own.

-- One row: the lock of every write transaction, the number of the last entry, and its time in milliseconds.
CREATE TABLE head (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL CHECK (seq >= 0 AND seq < 9223372036854775807),
    at BIGINT NOT NULL CHECK (at >= 0 AND at < 9223372036854775807)
);

-- Every act. `subject` and `audit` serve to find entries; what is hashed is in `fields`.
CREATE TABLE journal (
    seq BIGINT PRIMARY KEY CHECK (seq > 0 AND seq < 9223372036854775807),
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    v BIGINT NOT NULL CHECK (v > 0 AND v < 65536),
    subject_kind TEXT,
    subject TEXT,
    audit TEXT,
    leaf TEXT NOT NULL,
    fields TEXT NOT NULL
);
CREATE INDEX journal_subject ON journal (subject, seq);
CREATE INDEX journal_audit ON journal (audit, seq);

-- Which records a link of another points at: the lists that the law asks for.
CREATE TABLE link (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    target TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (kind, name, target, id)
);

-- Replies remembered by idempotency key. `at` is in milliseconds.
CREATE TABLE reply (
    principal TEXT NOT NULL,
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL CHECK (at < 9223372036854775807),
    done TEXT NOT NULL,
    PRIMARY KEY (principal, route, key)
);
CREATE INDEX reply_at ON reply (at);

-- Facts about the store itself, such as the log's origin and what was published of it last.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- API tokens, by the hash of their secret.
CREATE TABLE token (
    id TEXT PRIMARY KEY,
    secret_sha256 TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    person TEXT,
    scope TEXT NOT NULL CHECK (scope IN ('read', 'act')),
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    expires_at BIGINT NOT NULL CHECK (expires_at < 9223372036854775807),
    used_at BIGINT CHECK (used_at < 9223372036854775807),
    revoked_at BIGINT CHECK (revoked_at < 9223372036854775807)
);

-- Work to be done after an act, taken by lease.
CREATE TABLE job (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    lease_until BIGINT NOT NULL CHECK (lease_until < 9223372036854775807),
    tries BIGINT NOT NULL CHECK (tries < 9223372036854775807)
);
CREATE INDEX job_lease ON job (lease_until);

-- The text of documents, as a worker extracted it; or why it could not.
CREATE TABLE document_text (
    evidence TEXT PRIMARY KEY,
    audit TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('text', 'unsupported', 'unreadable')),
    reason TEXT,
    title TEXT,
    headings TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX document_text_audit ON document_text (audit);
