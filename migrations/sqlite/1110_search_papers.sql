-- Search for working papers and notes by their words, on SQLite, as for the other kinds.

CREATE VIRTUAL TABLE paper_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO paper_search (paper_search, rank) VALUES ('secure-delete', 1);
INSERT INTO search_row (id) SELECT id FROM paper ORDER BY id;
INSERT INTO paper_search (rowid, words) SELECT search_row.n, title || ' ' || COALESCE(state_reason, '') || ' ' || COALESCE(state_final_reason, '') FROM paper JOIN search_row ON search_row.id = paper.id;
CREATE TRIGGER paper_search_insert AFTER INSERT ON paper BEGIN
    INSERT INTO search_row (id) VALUES (NEW.id);
    INSERT INTO paper_search (rowid, words) VALUES ((SELECT n FROM search_row WHERE id = NEW.id), NEW.title || ' ' || COALESCE(NEW.state_reason, '') || ' ' || COALESCE(NEW.state_final_reason, ''));
END;
CREATE TRIGGER paper_search_update AFTER UPDATE OF title, state_reason, state_final_reason ON paper WHEN OLD.title || ' ' || COALESCE(OLD.state_reason, '') || ' ' || COALESCE(OLD.state_final_reason, '') <> NEW.title || ' ' || COALESCE(NEW.state_reason, '') || ' ' || COALESCE(NEW.state_final_reason, '') BEGIN
    UPDATE paper_search SET words = NEW.title || ' ' || COALESCE(NEW.state_reason, '') || ' ' || COALESCE(NEW.state_final_reason, '') WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
END;
CREATE TRIGGER paper_search_delete AFTER DELETE ON paper BEGIN
    DELETE FROM paper_search WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
    DELETE FROM search_row WHERE id = OLD.id;
END;

CREATE VIRTUAL TABLE note_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO note_search (note_search, rank) VALUES ('secure-delete', 1);
INSERT INTO search_row (id) SELECT id FROM note ORDER BY id;
INSERT INTO note_search (rowid, words) SELECT search_row.n, text FROM note JOIN search_row ON search_row.id = note.id;
CREATE TRIGGER note_search_insert AFTER INSERT ON note BEGIN
    INSERT INTO search_row (id) VALUES (NEW.id);
    INSERT INTO note_search (rowid, words) VALUES ((SELECT n FROM search_row WHERE id = NEW.id), NEW.text);
END;
CREATE TRIGGER note_search_update AFTER UPDATE OF text ON note WHEN OLD.text <> NEW.text BEGIN
    UPDATE note_search SET words = NEW.text WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
END;
CREATE TRIGGER note_search_delete AFTER DELETE ON note BEGIN
    DELETE FROM note_search WHERE rowid = (SELECT n FROM search_row WHERE id = OLD.id);
    DELETE FROM search_row WHERE id = OLD.id;
END;
