-- Full-text search over documents, on SQLite.
CREATE VIRTUAL TABLE document_search USING fts5 (evidence UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
-- What is deleted from the index is overwritten, not only marked.
INSERT INTO document_search (document_search, rank) VALUES ('secure-delete', 1);
