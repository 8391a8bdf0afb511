-- Questionnaires, campaigns, answers and what was taken back.
CREATE TABLE consultations_questionnaire (
  id uuid NOT NULL CONSTRAINT pk_consultations_questionnaire PRIMARY KEY,
  council_id uuid NOT NULL,
  code text NOT NULL,
  version text NOT NULL,
  definition text NOT NULL,
  checksum text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE UNIQUE INDEX ix_consultations_questionnaire_council_id_code_version ON consultations_questionnaire (council_id, code, version);

CREATE TABLE consultations_campaign (
  id uuid NOT NULL CONSTRAINT pk_consultations_campaign PRIMARY KEY,
  council_id uuid NOT NULL,
  slug text NOT NULL,
  title text NOT NULL,
  purpose text NOT NULL,
  questionnaire_id uuid NOT NULL,
  opens_at timestamp with time zone NULL,
  closes_at timestamp with time zone NULL,
  closed_at timestamp with time zone NULL,
  anonymity text NOT NULL,
  is_synthetic boolean NOT NULL,
  answers_checksum text NULL,
  last_sequence bigint NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT fk_consultations_campaign_questionnaire_id FOREIGN KEY (questionnaire_id) REFERENCES consultations_questionnaire (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_campaign_council_id_slug ON consultations_campaign (council_id, slug);
CREATE INDEX ix_consultations_campaign_questionnaire_id ON consultations_campaign (questionnaire_id);

CREATE TABLE consultations_response (
  id uuid NOT NULL CONSTRAINT pk_consultations_response PRIMARY KEY,
  campaign_id uuid NOT NULL,
  council_id uuid NOT NULL,
  resume_hash bytea NULL,
  answers text NOT NULL,
  language text NOT NULL,
  consent_version text NOT NULL,
  consent_at timestamp with time zone NOT NULL,
  layout text NOT NULL,
  is_synthetic boolean NOT NULL,
  started_at timestamp with time zone NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  submitted_at timestamp with time zone NULL,
  receipt_hash bytea NULL,
  sequence bigint NULL,
  CONSTRAINT fk_consultations_response_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_response_resume_hash ON consultations_response (resume_hash);
CREATE UNIQUE INDEX ix_consultations_response_receipt_hash ON consultations_response (receipt_hash);
CREATE UNIQUE INDEX ix_consultations_response_campaign_id_sequence ON consultations_response (campaign_id, sequence);

CREATE TABLE consultations_withdrawal (
  campaign_id uuid NOT NULL,
  sequence bigint NOT NULL,
  withdrawn_sequence bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT pk_consultations_withdrawal PRIMARY KEY (campaign_id, sequence),
  CONSTRAINT fk_consultations_withdrawal_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
