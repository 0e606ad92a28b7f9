-- The register of findings is filtered by where a finding stands, by audit, by auditee and by requirement, the newest first.

CREATE INDEX finding_by_state ON "finding" ("state", "id");
CREATE INDEX finding_by_audit ON "finding" ("audit", "id");
CREATE INDEX finding_by_auditee ON "finding" ("auditee", "id");
CREATE INDEX finding_by_requirement ON "finding_text_requirements" ("id", "of_record");
