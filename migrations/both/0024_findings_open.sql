-- What is followed up is looked at most and is the least of all findings. The law says which stages are open; the store asks in these words.

CREATE INDEX finding_open ON "finding" ("id") WHERE "state" NOT IN ('drafted', 'closed', 'withdrawn');
