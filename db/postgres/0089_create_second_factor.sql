-- The second step of signing in: the key shared with a telephone, and the codes kept for the day it is lost.
CREATE TABLE accounts_second_factor (
  user_id uuid NOT NULL CONSTRAINT pk_accounts_second_factor PRIMARY KEY CONSTRAINT fk_accounts_second_factor_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  key text NOT NULL,
  enrolled_on date NOT NULL,
  last_step bigint NOT NULL,
  failures integer NOT NULL,
  locked_until timestamp with time zone NULL
);
CREATE TABLE accounts_recovery_code (
  id uuid NOT NULL CONSTRAINT pk_accounts_recovery_code PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT fk_accounts_recovery_code_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  code_hash bytea NOT NULL
);
CREATE INDEX ix_accounts_recovery_code_user_id ON accounts_recovery_code (user_id);
