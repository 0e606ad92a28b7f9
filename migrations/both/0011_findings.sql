-- The register of findings is filtered by where a finding stands, by audit, by auditee and by requirement, the newest first.

CREATE INDEX finding_by_state ON "finding" ("state", "id");
CREATE INDEX finding_by_audit ON "finding" ("audit", "id");
CREATE INDEX finding_by_auditee ON "finding" ("auditee", "id");
CREATE INDEX finding_by_requirement ON "finding_text_requirements" ("id", "of_record");

-- What is followed up is looked at most and is the least of all findings. The law says which stages are open; the store asks in these words.

CREATE INDEX finding_open ON "finding" ("id") WHERE "state" NOT IN ('drafted', 'closed', 'withdrawn');
