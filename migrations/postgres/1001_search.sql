-- Full-text search over documents, on PostgreSQL.
CREATE TABLE document_search (
    evidence TEXT PRIMARY KEY,
    words TSVECTOR NOT NULL
);
CREATE INDEX document_search_words ON document_search USING GIN (words);
