-- Who has a place in a session or waits for one, in the order they came, and what each council settles.
CREATE TABLE learning_registration (
  id TEXT NOT NULL CONSTRAINT pk_learning_registration PRIMARY KEY,
  council_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  state TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  language TEXT NOT NULL,
  needs TEXT NOT NULL,
  code_hash BLOB NOT NULL,
  head TEXT NOT NULL,
  is_by_staff INTEGER NOT NULL,
  offered_until TEXT,
  letter TEXT NOT NULL,
  attendance INTEGER NOT NULL,
  is_reminded INTEGER NOT NULL,
  has_said INTEGER NOT NULL,
  CONSTRAINT fk_learning_registration_session_id FOREIGN KEY (session_id) REFERENCES learning_session (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_learning_registration_code_hash ON learning_registration (code_hash);
CREATE INDEX ix_learning_registration_session_id_state_ordinal ON learning_registration (session_id, state, ordinal);
CREATE INDEX ix_learning_registration_letter ON learning_registration (letter);
CREATE TABLE learning_rules (
  council_id TEXT NOT NULL CONSTRAINT pk_learning_rules PRIMARY KEY,
  hold_hours INTEGER NOT NULL,
  keep_months INTEGER NOT NULL,
  list_size INTEGER NOT NULL
);
