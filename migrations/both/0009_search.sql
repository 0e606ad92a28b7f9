-- The registers in the order of names, and what ends soon.
CREATE INDEX person_name ON person (name, id);
CREATE INDEX auditee_name ON auditee (name, id);
CREATE INDEX person_credentials_period_to ON person_credentials (period_to);
