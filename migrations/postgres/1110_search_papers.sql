-- Search for working papers and notes by their words, on PostgreSQL, as for the other kinds.
CREATE INDEX paper_search ON paper USING GIN (to_tsvector('simple', translate(title || ' ' || COALESCE(state_reason, '') || ' ' || COALESCE(state_final_reason, ''), './-_@:', '      ')));
CREATE INDEX note_search ON note USING GIN (to_tsvector('simple', translate(text, './-_@:', '      ')));
