-- The registry of an installation: which organizations there are, at which hosts, where their stores stand. Nothing of what is in them,
-- and no key. It stands in a database of its own (SQLite) or a schema of its own (PostgreSQL: assize_installation).

-- One row: it is locked by whatever changes the registry, and counts the changes.
CREATE TABLE installation (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    generation BIGINT NOT NULL CHECK (generation < 9223372036854775807)
);
INSERT INTO installation (one, generation) VALUES (1, 0);

CREATE TABLE organization (
    name TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('making', 'open', 'moving', 'closed', 'removing')),
    store TEXT NOT NULL,
    evidence TEXT NOT NULL,
    log TEXT NOT NULL,
    -- Where it is being moved to.
    to_store TEXT,
    to_evidence TEXT,
    to_log TEXT,
    -- Where it stood before it was moved, until that is forgotten.
    old_store TEXT,
    old_evidence TEXT,
    old_log TEXT,
    -- The generation that changed it last.
    changed BIGINT NOT NULL CHECK (changed < 9223372036854775807),
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    -- When it is to be looked after next while nobody uses it, and who does so until when.
    look_at BIGINT NOT NULL CHECK (look_at < 9223372036854775807),
    looked_by TEXT,
    leased_until BIGINT NOT NULL DEFAULT 0 CHECK (leased_until < 9223372036854775807)
);
CREATE INDEX organization_look ON organization (look_at);

CREATE TABLE organization_host (
    host TEXT PRIMARY KEY,
    organization TEXT NOT NULL REFERENCES organization (name),
    place BIGINT NOT NULL CHECK (place < 9223372036854775807)
);
CREATE INDEX organization_host_of ON organization_host (organization, place);

-- The servers, and up to which generation each has let go of what was changed.
CREATE TABLE replica (
    id TEXT PRIMARY KEY,
    beat BIGINT NOT NULL CHECK (beat < 9223372036854775807),
    settled BIGINT NOT NULL CHECK (settled < 9223372036854775807),
    seen_at BIGINT NOT NULL CHECK (seen_at < 9223372036854775807)
);
