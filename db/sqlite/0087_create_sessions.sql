-- Sessions of signed-in people: ended here, the cookie that names one opens nothing any more.
CREATE TABLE accounts_session (
  id TEXT NOT NULL CONSTRAINT pk_accounts_session PRIMARY KEY,
  user_id TEXT NOT NULL CONSTRAINT fk_accounts_session_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  code_hash BLOB NOT NULL,
  device TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_session_code_hash ON accounts_session (code_hash);
CREATE INDEX ix_accounts_session_user_id ON accounts_session (user_id);
