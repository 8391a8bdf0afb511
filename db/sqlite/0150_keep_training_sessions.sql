-- Trainings with their dates and seats, open to the field.
CREATE TABLE learning_session (
  id TEXT NOT NULL CONSTRAINT pk_learning_session PRIMARY KEY,
  council_id TEXT NOT NULL,
  code TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  seats INTEGER NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  arrivals INTEGER NOT NULL,
  is_synthetic INTEGER NOT NULL,
  stamp TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_learning_session_council_id_code ON learning_session (council_id, code);
CREATE INDEX ix_learning_session_council_id_state_ends_at ON learning_session (council_id, state, ends_at);
