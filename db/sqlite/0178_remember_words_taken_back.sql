-- A sheet of paper whose author took their words back is not typed again with them.
ALTER TABLE workshops_participant ADD COLUMN took_back_words INTEGER NOT NULL DEFAULT 0;
