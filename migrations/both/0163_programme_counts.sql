-- What a list of programmes counts of the audits that each plans, and a register of the findings of some audits, is read from indexes alone.

CREATE INDEX "planned_audit_by_programme" ON "planned_audit" ("programme", "state", "outline_window_to", "outline_window_from", "id");
CREATE INDEX "audit_by_programme" ON "audit" ("programme", "id", "state");
CREATE INDEX "finding_by_kind_audit" ON "finding" ("text_kind", "audit", "id");
