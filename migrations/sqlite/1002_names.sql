-- Search for records by their words, on SQLite: an index of each kind, kept by the database itself, so that no act can forget it.

CREATE VIRTUAL TABLE audit_search USING fts5 (id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO audit_search (audit_search, rank) VALUES ('secure-delete', 1);
INSERT INTO audit_search (id, words) SELECT id, title FROM audit ORDER BY id;
CREATE TRIGGER audit_search_insert AFTER INSERT ON audit BEGIN
    INSERT INTO audit_search (id, words) VALUES (NEW.id, NEW.title);
END;
CREATE TRIGGER audit_search_update AFTER UPDATE OF title ON audit WHEN OLD.title <> NEW.title BEGIN
    UPDATE audit_search SET words = NEW.title WHERE id = OLD.id;
END;
CREATE TRIGGER audit_search_delete AFTER DELETE ON audit BEGIN
    DELETE FROM audit_search WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE finding_search USING fts5 (id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO finding_search (finding_search, rank) VALUES ('secure-delete', 1);
INSERT INTO finding_search (id, words) SELECT id, text_title || ' ' || text_statement FROM finding ORDER BY id;
CREATE TRIGGER finding_search_insert AFTER INSERT ON finding BEGIN
    INSERT INTO finding_search (id, words) VALUES (NEW.id, NEW.text_title || ' ' || NEW.text_statement);
END;
CREATE TRIGGER finding_search_update AFTER UPDATE OF text_title, text_statement ON finding WHEN OLD.text_title <> NEW.text_title OR OLD.text_statement <> NEW.text_statement BEGIN
    UPDATE finding_search SET words = NEW.text_title || ' ' || NEW.text_statement WHERE id = OLD.id;
END;
CREATE TRIGGER finding_search_delete AFTER DELETE ON finding BEGIN
    DELETE FROM finding_search WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE person_search USING fts5 (id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 1);
INSERT INTO person_search (id, words) SELECT id, name || ' ' || employer FROM person ORDER BY id;
CREATE TRIGGER person_search_insert AFTER INSERT ON person BEGIN
    INSERT INTO person_search (id, words) VALUES (NEW.id, NEW.name || ' ' || NEW.employer);
END;
CREATE TRIGGER person_search_update AFTER UPDATE OF name, employer ON person WHEN OLD.name <> NEW.name OR OLD.employer <> NEW.employer BEGIN
    UPDATE person_search SET words = NEW.name || ' ' || NEW.employer WHERE id = OLD.id;
END;
CREATE TRIGGER person_search_delete AFTER DELETE ON person BEGIN
    DELETE FROM person_search WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE auditee_search USING fts5 (id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO auditee_search (auditee_search, rank) VALUES ('secure-delete', 1);
INSERT INTO auditee_search (id, words) SELECT id, name FROM auditee ORDER BY id;
CREATE TRIGGER auditee_search_insert AFTER INSERT ON auditee BEGIN
    INSERT INTO auditee_search (id, words) VALUES (NEW.id, NEW.name);
END;
CREATE TRIGGER auditee_search_update AFTER UPDATE OF name ON auditee WHEN OLD.name <> NEW.name BEGIN
    UPDATE auditee_search SET words = NEW.name WHERE id = OLD.id;
END;
CREATE TRIGGER auditee_search_delete AFTER DELETE ON auditee BEGIN
    DELETE FROM auditee_search WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE audit_test_search USING fts5 (id UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO audit_test_search (audit_test_search, rank) VALUES ('secure-delete', 1);
INSERT INTO audit_test_search (id, words) SELECT id, test || ' ' || title || ' ' || objective FROM audit_test ORDER BY id;
CREATE TRIGGER audit_test_search_insert AFTER INSERT ON audit_test BEGIN
    INSERT INTO audit_test_search (id, words) VALUES (NEW.id, NEW.test || ' ' || NEW.title || ' ' || NEW.objective);
END;
CREATE TRIGGER audit_test_search_update AFTER UPDATE OF test, title, objective ON audit_test WHEN OLD.test <> NEW.test OR OLD.title <> NEW.title OR OLD.objective <> NEW.objective BEGIN
    UPDATE audit_test_search SET words = NEW.test || ' ' || NEW.title || ' ' || NEW.objective WHERE id = OLD.id;
END;
CREATE TRIGGER audit_test_search_delete AFTER DELETE ON audit_test BEGIN
    DELETE FROM audit_test_search WHERE id = OLD.id;
END;
