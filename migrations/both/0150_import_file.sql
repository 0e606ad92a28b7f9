-- A file that was sent to be imported, in Base64, until it is taken or a day is over; none where it was kept otherwise.
ALTER TABLE import_sent ADD COLUMN content TEXT;
