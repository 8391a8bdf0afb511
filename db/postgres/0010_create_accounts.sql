-- People, the organisations they come for, their roles in councils, and the links that sign them in.
CREATE TABLE accounts_user (
  id uuid NOT NULL CONSTRAINT pk_accounts_user PRIMARY KEY,
  email text NOT NULL,
  normalized_email text NOT NULL,
  name text NULL,
  language text NOT NULL,
  password_hash text NULL,
  security_stamp text NOT NULL,
  version uuid NOT NULL,
  access_failed_count integer NOT NULL,
  locked_until timestamp with time zone NULL,
  is_demonstration boolean NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_signed_in_at timestamp with time zone NULL
);
CREATE UNIQUE INDEX ix_accounts_user_normalized_email ON accounts_user (normalized_email);

CREATE TABLE accounts_organisation (
  id uuid NOT NULL CONSTRAINT pk_accounts_organisation PRIMARY KEY,
  council_id uuid NOT NULL,
  name text NOT NULL,
  normalized_name text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_accounts_organisation_council_id_normalized_name ON accounts_organisation (council_id, normalized_name);

CREATE TABLE accounts_membership (
  id uuid NOT NULL CONSTRAINT pk_accounts_membership PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT fk_accounts_membership_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  council_id uuid NOT NULL,
  role text NOT NULL,
  organisation_id uuid NULL CONSTRAINT fk_accounts_membership_organisation_id REFERENCES accounts_organisation (id) ON DELETE RESTRICT,
  created_at timestamp with time zone NOT NULL
);
CREATE INDEX ix_accounts_membership_council_id_role ON accounts_membership (council_id, role);
CREATE INDEX ix_accounts_membership_organisation_id ON accounts_membership (organisation_id);
CREATE UNIQUE INDEX ix_accounts_membership_own_role ON accounts_membership (user_id, council_id, role) WHERE organisation_id IS NULL;
CREATE UNIQUE INDEX ix_accounts_membership_organisation_role ON accounts_membership (user_id, council_id, role, organisation_id);

CREATE TABLE accounts_sign_in_link (
  id uuid NOT NULL CONSTRAINT pk_accounts_sign_in_link PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT fk_accounts_sign_in_link_user_id REFERENCES accounts_user (id) ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone NULL
);
CREATE UNIQUE INDEX ix_accounts_sign_in_link_code_hash ON accounts_sign_in_link (code_hash);
CREATE INDEX ix_accounts_sign_in_link_user_id_created_at ON accounts_sign_in_link (user_id, created_at);
