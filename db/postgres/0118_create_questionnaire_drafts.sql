-- Questionnaires being written: each change is a revision that keeps the whole text, so that nothing is lost and every step can be taken back.
CREATE TABLE consultations_draft (
  id uuid NOT NULL CONSTRAINT pk_consultations_draft PRIMARY KEY,
  council_id uuid NOT NULL,
  title text NOT NULL,
  head integer NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE INDEX ix_consultations_draft_council_id ON consultations_draft (council_id);

CREATE TABLE consultations_draft_revision (
  draft_id uuid NOT NULL,
  number integer NOT NULL,
  council_id uuid NOT NULL,
  definition text NOT NULL,
  checksum text NOT NULL,
  act text NOT NULL,
  place text NOT NULL,
  shows integer NOT NULL,
  former integer NULL,
  undone text NOT NULL,
  user_id uuid NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT pk_consultations_draft_revision PRIMARY KEY (draft_id, number),
  CONSTRAINT fk_consultations_draft_revision_draft_id FOREIGN KEY (draft_id) REFERENCES consultations_draft (id) ON DELETE CASCADE
);
