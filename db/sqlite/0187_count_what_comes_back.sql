-- What comes back is counted apart from what the server puts off.
ALTER TABLE consultations_invitation ADD COLUMN returns INTEGER NOT NULL DEFAULT 0;
