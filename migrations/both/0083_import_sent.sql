-- Which session has sent which file to be imported, as a hash of both: a file that is kept is looked at again by whoever sent it, and nobody else.

CREATE TABLE import_sent (
    subject TEXT PRIMARY KEY,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807)
);
