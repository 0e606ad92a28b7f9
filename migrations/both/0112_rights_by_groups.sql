-- Which rights somebody was given because of a group at a provider of identities: what a group gave, its loss takes away, and nothing else.

CREATE TABLE account_group_right (
    access_grant TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    issuer TEXT NOT NULL
);
CREATE INDEX account_group_right_person ON account_group_right (person);
