-- Questionnaires being written: each change is a revision that keeps the whole text, so that nothing is lost and every step can be taken back.
CREATE TABLE consultations_draft (
  id TEXT NOT NULL CONSTRAINT pk_consultations_draft PRIMARY KEY,
  council_id TEXT NOT NULL,
  title TEXT NOT NULL,
  head INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX ix_consultations_draft_council_id ON consultations_draft (council_id);

CREATE TABLE consultations_draft_revision (
  draft_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  council_id TEXT NOT NULL,
  definition TEXT NOT NULL,
  checksum TEXT NOT NULL,
  act TEXT NOT NULL,
  place TEXT NOT NULL,
  shows INTEGER NOT NULL,
  former INTEGER NULL,
  undone TEXT NOT NULL,
  user_id TEXT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_consultations_draft_revision PRIMARY KEY (draft_id, number),
  CONSTRAINT fk_consultations_draft_revision_draft_id FOREIGN KEY (draft_id) REFERENCES consultations_draft (id) ON DELETE CASCADE
);
