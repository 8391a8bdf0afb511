-- Keys that a telephone, a computer or a stick keeps for this site: here is their public half, which opens nothing by itself.
CREATE TABLE accounts_passkey (
  id uuid NOT NULL CONSTRAINT pk_accounts_passkey PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT fk_accounts_passkey_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  name text NOT NULL,
  transports text NOT NULL,
  sign_count bigint NOT NULL,
  is_backup_eligible boolean NOT NULL,
  is_backed_up boolean NOT NULL,
  added_on date NOT NULL,
  last_asked bigint NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_passkey_credential_id ON accounts_passkey (credential_id);
CREATE INDEX ix_accounts_passkey_user_id ON accounts_passkey (user_id);
