-- Councils, audit trail, jobs, outbox and the key ring.
CREATE TABLE platform_council (
  id uuid NOT NULL CONSTRAINT pk_platform_council PRIMARY KEY,
  slug text NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  is_default boolean NOT NULL,
  is_synthetic boolean NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_platform_council_slug ON platform_council (slug);

CREATE TABLE platform_audit_entry (
  id uuid NOT NULL CONSTRAINT pk_platform_audit_entry PRIMARY KEY,
  council_id uuid NULL,
  user_id uuid NULL,
  act text NOT NULL,
  subject text NOT NULL,
  details text NULL,
  at timestamp with time zone NOT NULL
);
CREATE INDEX ix_platform_audit_entry_council_id_at ON platform_audit_entry (council_id, at);

CREATE TABLE platform_job_run (
  name text NOT NULL CONSTRAINT pk_platform_job_run PRIMARY KEY,
  due_at timestamp with time zone NOT NULL,
  held_until timestamp with time zone NULL
);

CREATE TABLE platform_outbox_message (
  id uuid NOT NULL CONSTRAINT pk_platform_outbox_message PRIMARY KEY,
  event text NOT NULL,
  body text NOT NULL,
  at timestamp with time zone NOT NULL,
  attempts integer NOT NULL,
  next_attempt_at timestamp with time zone NULL,
  handled_at timestamp with time zone NULL
);
CREATE INDEX ix_platform_outbox_message_handled_at_at ON platform_outbox_message (handled_at, at);

CREATE TABLE platform_data_protection_key (
  name text NOT NULL CONSTRAINT pk_platform_data_protection_key PRIMARY KEY,
  xml text NOT NULL
);
