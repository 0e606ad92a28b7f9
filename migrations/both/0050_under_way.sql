-- What waits for a person is looked for among the audits under way, which are the least of all audits. The law says which stages are
-- over; the store asks in these words.

CREATE INDEX audit_under_way ON "audit" ("id") WHERE "state" NOT IN ('completed', 'cancelled', 'terminated', 'not_feasible');
