-- A council's bank of questions: written like a draft, copied from, never asked.
ALTER TABLE consultations_draft ADD COLUMN is_bank boolean NOT NULL DEFAULT false;
