-- Search for records by their words, on PostgreSQL. The signs that part words are taken out, so that words are the same as on SQLite.
CREATE INDEX audit_search ON audit USING GIN (to_tsvector('simple', translate(title, './-_@:', '      ')));
CREATE INDEX finding_search ON finding USING GIN (to_tsvector('simple', translate(text_title || ' ' || text_statement, './-_@:', '      ')));
CREATE INDEX person_search ON person USING GIN (to_tsvector('simple', translate(name || ' ' || employer, './-_@:', '      ')));
CREATE INDEX auditee_search ON auditee USING GIN (to_tsvector('simple', translate(name, './-_@:', '      ')));
CREATE INDEX audit_test_search ON audit_test USING GIN (to_tsvector('simple', translate(test || ' ' || title || ' ' || objective, './-_@:', '      ')));
