-- What people wait for, by region, until a session opens for them or the list’s day comes.
CREATE TABLE learning_interest_list (
  id TEXT NOT NULL CONSTRAINT pk_learning_interest_list PRIMARY KEY,
  council_id TEXT NOT NULL,
  topic TEXT NOT NULL,
  entry TEXT NOT NULL,
  competency TEXT NOT NULL,
  region TEXT NOT NULL,
  closes_on TEXT NOT NULL,
  state TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_learning_interest_list_council_id_topic ON learning_interest_list (council_id, topic);
CREATE TABLE learning_interest (
  id TEXT NOT NULL CONSTRAINT pk_learning_interest PRIMARY KEY,
  council_id TEXT NOT NULL,
  list_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  language TEXT NOT NULL,
  wish TEXT NOT NULL,
  code_hash BLOB NOT NULL,
  head TEXT NOT NULL,
  is_to_tell INTEGER NOT NULL,
  CONSTRAINT fk_learning_interest_list_id FOREIGN KEY (list_id) REFERENCES learning_interest_list (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_learning_interest_code_hash ON learning_interest (code_hash);
CREATE INDEX ix_learning_interest_list_id ON learning_interest (list_id);
ALTER TABLE learning_session ADD COLUMN list_id TEXT;
