-- Work in the field: audits that were lent, what came home of them, and acts that wait for a decision.

CREATE TABLE "loan" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "borrower" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('out', 'revoked')),
    "state_why" TEXT,
    "state_revoked_at" TEXT,
    "state_revoked_by" TEXT CHECK ("state_revoked_by" IN ('person', 'operator')),
    "state_revoked_by_person" TEXT,
    "state_revoked_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

CREATE TABLE "loan_papers" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "value" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "loan_returns" (
    "of_record" TEXT NOT NULL,
    "pos" BIGINT NOT NULL CHECK ("pos" < 9223372036854775807),
    "brought_at" TEXT NOT NULL,
    "brought_by" TEXT NOT NULL CHECK ("brought_by" IN ('person', 'operator')),
    "brought_by_person" TEXT,
    "brought_by_on_behalf_of" TEXT,
    "acts" BIGINT NOT NULL CHECK ("acts" < 9223372036854775807),
    "entries" BIGINT NOT NULL CHECK ("entries" < 9223372036854775807),
    "journal" TEXT NOT NULL,
    "journal_bytes" BIGINT NOT NULL CHECK ("journal_bytes" < 9223372036854775807),
    "journal_cipher" TEXT,
    "checkpoint" TEXT NOT NULL,
    "closed" TEXT NOT NULL,
    PRIMARY KEY ("of_record", "pos")
);

CREATE TABLE "field_act" (
    "version" BIGINT NOT NULL CHECK ("version" < 9223372036854775807),
    "id" TEXT NOT NULL,
    "audit" TEXT NOT NULL,
    "loan" TEXT NOT NULL,
    "number" BIGINT NOT NULL CHECK ("number" < 9223372036854775807),
    "command" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "zone_minutes" BIGINT NOT NULL CHECK ("zone_minutes" < 9223372036854775807),
    "seed" TEXT NOT NULL,
    "leaf" TEXT NOT NULL,
    "seen" BIGINT CHECK ("seen" < 9223372036854775807),
    "rule" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "stamp_at" TEXT NOT NULL,
    "stamp_by" TEXT NOT NULL CHECK ("stamp_by" IN ('person', 'operator')),
    "stamp_by_person" TEXT,
    "stamp_by_on_behalf_of" TEXT,
    "state" TEXT NOT NULL CHECK ("state" IN ('waiting', 'taken', 'settled')),
    "state_taken_at" TEXT,
    "state_taken_by" TEXT CHECK ("state_taken_by" IN ('person', 'operator')),
    "state_taken_by_person" TEXT,
    "state_taken_by_on_behalf_of" TEXT,
    "state_settlement" TEXT CHECK ("state_settlement" IN ('kept', 'set_aside')),
    "state_reason" TEXT,
    "state_settled_at" TEXT,
    "state_settled_by" TEXT CHECK ("state_settled_by" IN ('person', 'operator')),
    "state_settled_by_person" TEXT,
    "state_settled_by_on_behalf_of" TEXT,
    PRIMARY KEY ("id")
);

-- The keys of the ways back: who has the house has them, and nobody else.
CREATE TABLE loan_key (
    loan TEXT PRIMARY KEY,
    identity TEXT NOT NULL
);

-- Which acts of which loans were carried out, and by which entry: by that each is, once.
CREATE TABLE field_done (
    loan TEXT NOT NULL,
    number BIGINT NOT NULL CHECK (number < 9223372036854775807),
    seq BIGINT NOT NULL CHECK (seq < 9223372036854775807),
    PRIMARY KEY (loan, number)
);
