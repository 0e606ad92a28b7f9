-- Which papers were made from a test, and which audits may be erased when.

CREATE INDEX paper_test ON "paper" ("test");
CREATE INDEX audit_retained ON "audit" ("completion_retain_until");
CREATE INDEX audit_test_versions ON "audit_test" ("test");
