-- Endpoints of others that are told of what happens, and what is to be delivered to them. What happened stands in the journal; a delivery
-- names its entry and holds nothing of it.
CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    label TEXT NOT NULL,
    person TEXT,
    kinds TEXT NOT NULL,
    audit TEXT,
    content TEXT NOT NULL CHECK (content IN ('ids', 'fields')),
    secret_sealed TEXT NOT NULL,
    before_sealed TEXT,
    before_until BIGINT CHECK (before_until < 9223372036854775807),
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    looked_at BIGINT NOT NULL CHECK (looked_at < 9223372036854775807),
    failing_since BIGINT CHECK (failing_since < 9223372036854775807),
    disabled_at BIGINT CHECK (disabled_at < 9223372036854775807),
    disabled_why TEXT
);

CREATE TABLE webhook_delivery (
    id TEXT PRIMARY KEY,
    webhook TEXT NOT NULL,
    seq BIGINT NOT NULL CHECK (seq < 9223372036854775807),
    kind TEXT NOT NULL,
    made_at BIGINT NOT NULL CHECK (made_at < 9223372036854775807),
    due_at BIGINT NOT NULL CHECK (due_at < 9223372036854775807),
    tries BIGINT NOT NULL CHECK (tries < 9223372036854775807),
    leased_by TEXT,
    leased_until BIGINT NOT NULL DEFAULT 0 CHECK (leased_until < 9223372036854775807),
    delivered_at BIGINT CHECK (delivered_at < 9223372036854775807),
    given_up_at BIGINT CHECK (given_up_at < 9223372036854775807),
    status BIGINT CHECK (status < 9223372036854775807),
    answer TEXT
);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (due_at) WHERE delivered_at IS NULL AND given_up_at IS NULL;
CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook, seq);
