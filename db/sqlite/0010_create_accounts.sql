-- People, the organisations they come for, their roles in councils, and the links that sign them in.
CREATE TABLE accounts_user (
  id TEXT NOT NULL CONSTRAINT pk_accounts_user PRIMARY KEY,
  email TEXT NOT NULL,
  normalized_email TEXT NOT NULL,
  name TEXT NULL,
  language TEXT NOT NULL,
  password_hash TEXT NULL,
  security_stamp TEXT NOT NULL,
  version TEXT NOT NULL,
  access_failed_count INTEGER NOT NULL,
  locked_until TEXT NULL,
  is_demonstration INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  last_signed_in_at TEXT NULL
);
CREATE UNIQUE INDEX ix_accounts_user_normalized_email ON accounts_user (normalized_email);

CREATE TABLE accounts_organisation (
  id TEXT NOT NULL CONSTRAINT pk_accounts_organisation PRIMARY KEY,
  council_id TEXT NOT NULL,
  name TEXT NOT NULL,
  normalized_name TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_organisation_council_id_normalized_name ON accounts_organisation (council_id, normalized_name);

CREATE TABLE accounts_membership (
  id TEXT NOT NULL CONSTRAINT pk_accounts_membership PRIMARY KEY,
  user_id TEXT NOT NULL CONSTRAINT fk_accounts_membership_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  council_id TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation_id TEXT NULL CONSTRAINT fk_accounts_membership_organisation_id REFERENCES accounts_organisation (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL
);
CREATE INDEX ix_accounts_membership_council_id_role ON accounts_membership (council_id, role);
CREATE INDEX ix_accounts_membership_organisation_id ON accounts_membership (organisation_id);
CREATE UNIQUE INDEX ix_accounts_membership_own_role ON accounts_membership (user_id, council_id, role) WHERE organisation_id IS NULL;
CREATE UNIQUE INDEX ix_accounts_membership_organisation_role ON accounts_membership (user_id, council_id, role, organisation_id);

CREATE TABLE accounts_sign_in_link (
  id TEXT NOT NULL CONSTRAINT pk_accounts_sign_in_link PRIMARY KEY,
  user_id TEXT NOT NULL CONSTRAINT fk_accounts_sign_in_link_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  code_hash BLOB NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT NULL
);
CREATE UNIQUE INDEX ix_accounts_sign_in_link_code_hash ON accounts_sign_in_link (code_hash);
CREATE INDEX ix_accounts_sign_in_link_user_id_created_at ON accounts_sign_in_link (user_id, created_at);
