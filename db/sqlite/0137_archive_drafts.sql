-- A draft that is put away, and by which open page a revision was written: what one page saves while it is written on is told from what another does.
ALTER TABLE consultations_draft ADD COLUMN archived_at TEXT NULL;
ALTER TABLE consultations_draft_revision ADD COLUMN sitting TEXT NULL;
