-- The second step of signing in: the key shared with a telephone, and the codes kept for the day it is lost.
CREATE TABLE accounts_second_factor (
  user_id TEXT NOT NULL CONSTRAINT pk_accounts_second_factor PRIMARY KEY CONSTRAINT fk_accounts_second_factor_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  enrolled_on TEXT NOT NULL,
  last_step INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  locked_until TEXT NULL
);
CREATE TABLE accounts_recovery_code (
  id TEXT NOT NULL CONSTRAINT pk_accounts_recovery_code PRIMARY KEY,
  user_id TEXT NOT NULL CONSTRAINT fk_accounts_recovery_code_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  code_hash BLOB NOT NULL
);
CREATE INDEX ix_accounts_recovery_code_user_id ON accounts_recovery_code (user_id);
