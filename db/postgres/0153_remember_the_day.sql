-- Who was there, what they thought of it, and what they may show of it.
ALTER TABLE learning_session ADD COLUMN trained integer NOT NULL DEFAULT 0;
ALTER TABLE learning_session ADD COLUMN trained_minutes integer NOT NULL DEFAULT 0;
ALTER TABLE learning_registration ADD COLUMN is_asked boolean NOT NULL DEFAULT false;
ALTER TABLE learning_registration ADD COLUMN certificate text NOT NULL DEFAULT '';
CREATE TABLE learning_feedback (
  id uuid NOT NULL CONSTRAINT pk_learning_feedback PRIMARY KEY,
  council_id uuid NOT NULL,
  session_id uuid NOT NULL,
  served integer NOT NULL,
  pace text NOT NULL,
  words text NOT NULL,
  CONSTRAINT fk_learning_feedback_session_id FOREIGN KEY (session_id) REFERENCES learning_session (id) ON DELETE RESTRICT
);
CREATE INDEX ix_learning_feedback_session_id ON learning_feedback (session_id);
CREATE TABLE learning_certificate (
  code text NOT NULL CONSTRAINT pk_learning_certificate PRIMARY KEY,
  council_id uuid NOT NULL,
  session_id uuid NOT NULL,
  name text NOT NULL,
  minutes integer NOT NULL,
  given_on date NOT NULL,
  CONSTRAINT fk_learning_certificate_session_id FOREIGN KEY (session_id) REFERENCES learning_session (id) ON DELETE RESTRICT
);
CREATE INDEX ix_learning_certificate_session_id ON learning_certificate (session_id);
