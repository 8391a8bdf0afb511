-- Another address asked for by the owner of an account; it takes effect when the link mailed to it is used.
CREATE TABLE accounts_email_change (
  id TEXT NOT NULL CONSTRAINT pk_accounts_email_change PRIMARY KEY,
  user_id TEXT NOT NULL CONSTRAINT fk_accounts_email_change_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  new_email TEXT NOT NULL,
  code_hash BLOB NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_email_change_code_hash ON accounts_email_change (code_hash);
CREATE INDEX ix_accounts_email_change_user_id ON accounts_email_change (user_id);
