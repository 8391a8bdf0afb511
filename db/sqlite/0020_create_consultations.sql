-- Questionnaires, campaigns, answers and what was taken back.
CREATE TABLE consultations_questionnaire (
  id TEXT NOT NULL CONSTRAINT pk_consultations_questionnaire PRIMARY KEY,
  council_id TEXT NOT NULL,
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  definition TEXT NOT NULL,
  checksum TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_consultations_questionnaire_council_id_code_version ON consultations_questionnaire (council_id, code, version);

CREATE TABLE consultations_campaign (
  id TEXT NOT NULL CONSTRAINT pk_consultations_campaign PRIMARY KEY,
  council_id TEXT NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  purpose TEXT NOT NULL,
  questionnaire_id TEXT NOT NULL,
  opens_at TEXT NULL,
  closes_at TEXT NULL,
  closed_at TEXT NULL,
  anonymity TEXT NOT NULL,
  is_synthetic INTEGER NOT NULL,
  answers_checksum TEXT NULL,
  last_sequence INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  CONSTRAINT fk_consultations_campaign_questionnaire_id FOREIGN KEY (questionnaire_id) REFERENCES consultations_questionnaire (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_campaign_council_id_slug ON consultations_campaign (council_id, slug);
CREATE INDEX ix_consultations_campaign_questionnaire_id ON consultations_campaign (questionnaire_id);

CREATE TABLE consultations_response (
  id TEXT NOT NULL CONSTRAINT pk_consultations_response PRIMARY KEY,
  campaign_id TEXT NOT NULL,
  council_id TEXT NOT NULL,
  resume_hash BLOB NULL,
  answers TEXT NOT NULL,
  language TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  consent_at TEXT NOT NULL,
  layout TEXT NOT NULL,
  is_synthetic INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  submitted_at TEXT NULL,
  receipt_hash BLOB NULL,
  sequence INTEGER NULL,
  CONSTRAINT fk_consultations_response_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_response_resume_hash ON consultations_response (resume_hash);
CREATE UNIQUE INDEX ix_consultations_response_receipt_hash ON consultations_response (receipt_hash);
CREATE UNIQUE INDEX ix_consultations_response_campaign_id_sequence ON consultations_response (campaign_id, sequence);

CREATE TABLE consultations_withdrawal (
  campaign_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  withdrawn_sequence INTEGER NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_consultations_withdrawal PRIMARY KEY (campaign_id, sequence),
  CONSTRAINT fk_consultations_withdrawal_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
