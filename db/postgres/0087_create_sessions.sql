-- Sessions of signed-in people: ended here, the cookie that names one opens nothing any more.
CREATE TABLE accounts_session (
  id uuid NOT NULL CONSTRAINT pk_accounts_session PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT fk_accounts_session_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  device text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_session_code_hash ON accounts_session (code_hash);
CREATE INDEX ix_accounts_session_user_id ON accounts_session (user_id);
