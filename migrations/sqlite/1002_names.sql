-- Search for records by their words, on SQLite: an index of each kind, kept by the database itself, so that no act can forget it.

-- The number under which a record stands in its index. A table's own row numbers may change when the database is vacuumed.
CREATE TABLE search_row (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE audit_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO audit_search (audit_search, rank) VALUES ('secure-delete', 1);
INSERT INTO search_row (id) SELECT id FROM audit ORDER BY id;
INSERT INTO audit_search (rowid, words) SELECT search_row.n, title FROM audit JOIN search_row ON search_row.id = audit.id;
CREATE TRIGGER audit_search_insert AFTER INSERT ON audit BEGIN
    INSERT INTO search_row (id) VALUES (NEW.id);
    INSERT INTO audit_search (rowid, words) VALUES ((SELECT n FROM search_row WHERE id = NEW.id), NEW.title);
END;
CREATE TRIGGER audit_search_update AFTER UPDATE OF title ON audit WHEN OLD.title <> NEW.title BEGIN
    UPDATE audit_search SET words = NEW.title WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
END;
CREATE TRIGGER audit_search_delete AFTER DELETE ON audit BEGIN
    DELETE FROM audit_search WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
    DELETE FROM search_row WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE finding_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO finding_search (finding_search, rank) VALUES ('secure-delete', 1);
INSERT INTO search_row (id) SELECT id FROM finding ORDER BY id;
INSERT INTO finding_search (rowid, words) SELECT search_row.n, text_title || ' ' || text_statement FROM finding JOIN search_row ON search_row.id = finding.id;
CREATE TRIGGER finding_search_insert AFTER INSERT ON finding BEGIN
    INSERT INTO search_row (id) VALUES (NEW.id);
    INSERT INTO finding_search (rowid, words) VALUES ((SELECT n FROM search_row WHERE id = NEW.id), NEW.text_title || ' ' || NEW.text_statement);
END;
CREATE TRIGGER finding_search_update AFTER UPDATE OF text_title, text_statement ON finding WHEN OLD.text_title <> NEW.text_title OR OLD.text_statement <> NEW.text_statement BEGIN
    UPDATE finding_search SET words = NEW.text_title || ' ' || NEW.text_statement WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
END;
CREATE TRIGGER finding_search_delete AFTER DELETE ON finding BEGIN
    DELETE FROM finding_search WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
    DELETE FROM search_row WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE person_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1);
INSERT INTO search_row (id) SELECT id FROM person ORDER BY id;
INSERT INTO person_search (rowid, words) SELECT search_row.n, name || ' ' || employer FROM person JOIN search_row ON search_row.id = person.id;
CREATE TRIGGER person_search_insert AFTER INSERT ON person BEGIN
    INSERT INTO search_row (id) VALUES (NEW.id);
    INSERT INTO person_search (rowid, words) VALUES ((SELECT n FROM search_row WHERE id = NEW.id), NEW.name || ' ' || NEW.employer);
END;
CREATE TRIGGER person_search_update AFTER UPDATE OF name, employer ON person WHEN OLD.name <> NEW.name OR OLD.employer <> NEW.employer BEGIN
    UPDATE person_search SET words = NEW.name || ' ' || NEW.employer WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
END;
CREATE TRIGGER person_search_delete AFTER DELETE ON person BEGIN
    DELETE FROM person_search WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
    DELETE FROM search_row WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE auditee_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO auditee_search (auditee_search, rank) VALUES ('secure-delete', 1);
INSERT INTO search_row (id) SELECT id FROM auditee ORDER BY id;
INSERT INTO auditee_search (rowid, words) SELECT search_row.n, name FROM auditee JOIN search_row ON search_row.id = auditee.id;
CREATE TRIGGER auditee_search_insert AFTER INSERT ON auditee BEGIN
    INSERT INTO search_row (id) VALUES (NEW.id);
    INSERT INTO auditee_search (rowid, words) VALUES ((SELECT n FROM search_row WHERE id = NEW.id), NEW.name);
END;
CREATE TRIGGER auditee_search_update AFTER UPDATE OF name ON auditee WHEN OLD.name <> NEW.name BEGIN
    UPDATE auditee_search SET words = NEW.name WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
END;
CREATE TRIGGER auditee_search_delete AFTER DELETE ON auditee BEGIN
    DELETE FROM auditee_search WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
    DELETE FROM search_row WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE audit_test_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO audit_test_search (audit_test_search, rank) VALUES ('secure-delete', 1);
INSERT INTO search_row (id) SELECT id FROM audit_test ORDER BY id;
INSERT INTO audit_test_search (rowid, words) SELECT search_row.n, test || ' ' || title || ' ' || objective FROM audit_test JOIN search_row ON search_row.id = audit_test.id;
CREATE TRIGGER audit_test_search_insert AFTER INSERT ON audit_test BEGIN
    INSERT INTO search_row (id) VALUES (NEW.id);
    INSERT INTO audit_test_search (rowid, words) VALUES ((SELECT n FROM search_row WHERE id = NEW.id), NEW.test || ' ' || NEW.title || ' ' || NEW.objective);
END;
CREATE TRIGGER audit_test_search_update AFTER UPDATE OF test, title, objective ON audit_test WHEN OLD.test <> NEW.test OR OLD.title <> NEW.title OR OLD.objective <> NEW.objective BEGIN
    UPDATE audit_test_search SET words = NEW.test || ' ' || NEW.title || ' ' || NEW.objective WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
END;
CREATE TRIGGER audit_test_search_delete AFTER DELETE ON audit_test BEGIN
    DELETE FROM audit_test_search WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
    DELETE FROM search_row WHERE id = OLD.id;
END;
