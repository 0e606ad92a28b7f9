-- The acts that may bear on who is what to a record: all but those of fieldwork. The number of the last one says whether what was read of it before holds still.
-- The words are those of `Store::rights_as_of`, without which the index is not used.

CREATE INDEX journal_bears ON journal (seq) WHERE subject_kind NOT IN ('paper', 'note', 'evidence', 'draw', 'claim_set', 'text_use', 'trail_case', 'method_use');
