-- A store that is being moved takes no act more. Why it does not stands in the row that every act locks first, so that none can slip
-- through, whichever process takes it.
ALTER TABLE head ADD COLUMN fenced TEXT;
