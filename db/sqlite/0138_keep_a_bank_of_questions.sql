-- A council's bank of questions: written like a draft, copied from, never asked.
ALTER TABLE consultations_draft ADD COLUMN is_bank INTEGER NOT NULL DEFAULT 0;
