-- The registers in the order of names, what ends soon, and what an auditee has open.
CREATE INDEX person_name ON person (name, id);
CREATE INDEX auditee_name ON auditee (name, id);
CREATE INDEX person_credentials_period_to ON person_credentials (period_to);
CREATE INDEX finding_open ON finding (auditee, id) WHERE text_kind = 'nonconformity' AND state NOT IN ('drafted', 'closed', 'withdrawn');
