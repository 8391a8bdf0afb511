-- Councils, audit trail, jobs, outbox and the key ring.
CREATE TABLE platform_council (
  id TEXT NOT NULL CONSTRAINT pk_platform_council PRIMARY KEY,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  is_default INTEGER NOT NULL,
  is_synthetic INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_platform_council_slug ON platform_council (slug);

CREATE TABLE platform_audit_entry (
  id TEXT NOT NULL CONSTRAINT pk_platform_audit_entry PRIMARY KEY,
  council_id TEXT NULL,
  user_id TEXT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT NULL,
  at TEXT NOT NULL
);
CREATE INDEX ix_platform_audit_entry_council_id_at ON platform_audit_entry (council_id, at);

CREATE TABLE platform_job_run (
  name TEXT NOT NULL CONSTRAINT pk_platform_job_run PRIMARY KEY,
  due_at TEXT NOT NULL,
  held_until TEXT NULL
);

CREATE TABLE platform_outbox_message (
  id TEXT NOT NULL CONSTRAINT pk_platform_outbox_message PRIMARY KEY,
  event TEXT NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_attempt_at TEXT NULL,
  handled_at TEXT NULL
);
CREATE INDEX ix_platform_outbox_message_handled_at_at ON platform_outbox_message (handled_at, at);

CREATE TABLE platform_data_protection_key (
  name TEXT NOT NULL CONSTRAINT pk_platform_data_protection_key PRIMARY KEY,
  xml TEXT NOT NULL
);
