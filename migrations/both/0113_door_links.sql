-- Further links to an auditee's door: each letter that tells its person of something brings one, since a link is kept as a hash and cannot be sent again.

CREATE TABLE door_link (
    secret_sha256 TEXT PRIMARY KEY,
    door TEXT NOT NULL,
    person TEXT NOT NULL
);
CREATE INDEX door_link_door ON door_link (door);
