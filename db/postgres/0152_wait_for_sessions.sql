-- What people wait for, by region, until a session opens for them or the list’s day comes.
CREATE TABLE learning_interest_list (
  id uuid NOT NULL CONSTRAINT pk_learning_interest_list PRIMARY KEY,
  council_id uuid NOT NULL,
  topic text NOT NULL,
  entry text NOT NULL,
  competency text NOT NULL,
  region text NOT NULL,
  closes_on date NOT NULL,
  state text NOT NULL
);
CREATE UNIQUE INDEX ix_learning_interest_list_council_id_topic ON learning_interest_list (council_id, topic);
CREATE TABLE learning_interest (
  id uuid NOT NULL CONSTRAINT pk_learning_interest PRIMARY KEY,
  council_id uuid NOT NULL,
  list_id uuid NOT NULL,
  ordinal integer NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  phone text NOT NULL,
  language text NOT NULL,
  wish text NOT NULL,
  code_hash bytea NOT NULL,
  head text NOT NULL,
  is_to_tell boolean NOT NULL,
  CONSTRAINT fk_learning_interest_list_id FOREIGN KEY (list_id) REFERENCES learning_interest_list (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_learning_interest_code_hash ON learning_interest (code_hash);
CREATE INDEX ix_learning_interest_list_id ON learning_interest (list_id);
ALTER TABLE learning_session ADD COLUMN list_id uuid;
