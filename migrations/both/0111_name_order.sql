-- The order of names, as the languages sort them: of each record of a register the key by which its name is sorted. It follows from the names; the
-- version says by which order the key was made, so that another order makes it anew.

CREATE TABLE name_order (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    made_by BIGINT NOT NULL
);
CREATE INDEX name_order_by ON name_order (kind, sort_key, id);
