-- Who has a place in a session or waits for one, in the order they came, and what each council settles.
CREATE TABLE learning_registration (
  id uuid NOT NULL CONSTRAINT pk_learning_registration PRIMARY KEY,
  council_id uuid NOT NULL,
  session_id uuid NOT NULL,
  ordinal integer NOT NULL,
  state text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  phone text NOT NULL,
  language text NOT NULL,
  needs text NOT NULL,
  code_hash bytea NOT NULL,
  head text NOT NULL,
  is_by_staff boolean NOT NULL,
  offered_until timestamp with time zone,
  letter text NOT NULL,
  attendance integer NOT NULL,
  is_reminded boolean NOT NULL,
  has_said boolean NOT NULL,
  CONSTRAINT fk_learning_registration_session_id FOREIGN KEY (session_id) REFERENCES learning_session (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_learning_registration_code_hash ON learning_registration (code_hash);
CREATE INDEX ix_learning_registration_session_id_state_ordinal ON learning_registration (session_id, state, ordinal);
CREATE INDEX ix_learning_registration_letter ON learning_registration (letter);
CREATE TABLE learning_rules (
  council_id uuid NOT NULL CONSTRAINT pk_learning_rules PRIMARY KEY,
  hold_hours integer NOT NULL,
  keep_months integer NOT NULL,
  list_size integer NOT NULL
);
