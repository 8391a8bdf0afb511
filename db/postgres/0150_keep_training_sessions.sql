-- Trainings with their dates and seats, open to the field.
CREATE TABLE learning_session (
  id uuid NOT NULL CONSTRAINT pk_learning_session PRIMARY KEY,
  council_id uuid NOT NULL,
  code text NOT NULL,
  state text NOT NULL,
  content text NOT NULL,
  seats integer NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  closes_at timestamp with time zone NOT NULL,
  arrivals integer NOT NULL,
  is_synthetic boolean NOT NULL,
  stamp uuid NOT NULL
);
CREATE UNIQUE INDEX ix_learning_session_council_id_code ON learning_session (council_id, code);
CREATE INDEX ix_learning_session_council_id_state_ends_at ON learning_session (council_id, state, ends_at);
