-- Keys that a telephone, a computer or a stick keeps for this site: here is their public half, which opens nothing by itself.
CREATE TABLE accounts_passkey (
  id TEXT NOT NULL CONSTRAINT pk_accounts_passkey PRIMARY KEY,
  user_id TEXT NOT NULL CONSTRAINT fk_accounts_passkey_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  credential_id BLOB NOT NULL,
  public_key BLOB NOT NULL,
  name TEXT NOT NULL,
  transports TEXT NOT NULL,
  sign_count INTEGER NOT NULL,
  is_backup_eligible INTEGER NOT NULL,
  is_backed_up INTEGER NOT NULL,
  added_on TEXT NOT NULL,
  last_asked INTEGER NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_passkey_credential_id ON accounts_passkey (credential_id);
CREATE INDEX ix_accounts_passkey_user_id ON accounts_passkey (user_id);
