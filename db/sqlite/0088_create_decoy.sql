-- The one row that an unknown address writes when it tries a password, as a known one writes its failures: both take the same time.
CREATE TABLE accounts_decoy (
  id INTEGER NOT NULL CONSTRAINT pk_accounts_decoy PRIMARY KEY,
  version TEXT NOT NULL
);
INSERT INTO accounts_decoy (id, version) VALUES (1, '00000000-0000-0000-0000-000000000000');
