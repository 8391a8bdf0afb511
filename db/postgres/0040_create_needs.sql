-- A council's competency framework, offer and quick questions; and the paths people asked to keep, under a code.
CREATE TABLE needs_reference (
  council_id uuid NOT NULL CONSTRAINT pk_needs_reference PRIMARY KEY,
  stamp uuid NOT NULL,
  document text NOT NULL,
  loaded_at timestamp with time zone NOT NULL
);

CREATE TABLE needs_path (
  id uuid NOT NULL CONSTRAINT pk_needs_path PRIMARY KEY,
  council_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  document text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_needs_path_code_hash ON needs_path (code_hash);
CREATE INDEX ix_needs_path_expires_at ON needs_path (expires_at);
