-- Who was there, what they thought of it, and what they may show of it.
ALTER TABLE learning_session ADD COLUMN trained INTEGER NOT NULL DEFAULT 0;
ALTER TABLE learning_session ADD COLUMN trained_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE learning_registration ADD COLUMN is_asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE learning_registration ADD COLUMN certificate TEXT NOT NULL DEFAULT '';
CREATE TABLE learning_feedback (
  id TEXT NOT NULL CONSTRAINT pk_learning_feedback PRIMARY KEY,
  council_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  served INTEGER NOT NULL,
  pace TEXT NOT NULL,
  words TEXT NOT NULL,
  CONSTRAINT fk_learning_feedback_session_id FOREIGN KEY (session_id) REFERENCES learning_session (id) ON DELETE RESTRICT
);
CREATE INDEX ix_learning_feedback_session_id ON learning_feedback (session_id);
CREATE TABLE learning_certificate (
  code TEXT NOT NULL CONSTRAINT pk_learning_certificate PRIMARY KEY,
  council_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  name TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  given_on TEXT NOT NULL,
  CONSTRAINT fk_learning_certificate_session_id FOREIGN KEY (session_id) REFERENCES learning_session (id) ON DELETE RESTRICT
);
CREATE INDEX ix_learning_certificate_session_id ON learning_certificate (session_id);
