-- A council's competency framework, offer and quick questions; and the paths people asked to keep, under a code.
CREATE TABLE needs_reference (
  council_id TEXT NOT NULL CONSTRAINT pk_needs_reference PRIMARY KEY,
  stamp TEXT NOT NULL,
  document TEXT NOT NULL,
  loaded_at TEXT NOT NULL
);

CREATE TABLE needs_path (
  id TEXT NOT NULL CONSTRAINT pk_needs_path PRIMARY KEY,
  council_id TEXT NOT NULL,
  code_hash BLOB NOT NULL,
  document TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_needs_path_code_hash ON needs_path (code_hash);
CREATE INDEX ix_needs_path_expires_at ON needs_path (expires_at);
