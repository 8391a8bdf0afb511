-- Answers taken on paper or by phone: batches, and the sheets that wait in them until they are released among the other answers and erased here.
CREATE TABLE consultations_batch (
  id uuid NOT NULL CONSTRAINT pk_consultations_batch PRIMARY KEY,
  council_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  mode text NOT NULL,
  name text NOT NULL,
  place text NOT NULL,
  received_on date NOT NULL,
  language text NOT NULL,
  expected integer NOT NULL,
  entered integer NOT NULL,
  closed_on date NULL,
  released_on date NULL,
  compared integer NOT NULL,
  agreed integer NOT NULL,
  CONSTRAINT fk_consultations_batch_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE INDEX ix_consultations_batch_campaign_id ON consultations_batch (campaign_id);
CREATE TABLE consultations_sheet (
  id uuid NOT NULL CONSTRAINT pk_consultations_sheet PRIMARY KEY,
  council_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  number integer NOT NULL,
  answers text NOT NULL,
  resume_hash bytea NULL,
  receipt_hash bytea NULL,
  consent_version text NOT NULL,
  consent_on date NOT NULL,
  entered_by uuid NOT NULL,
  is_drawn boolean NOT NULL,
  second text NULL,
  second_by uuid NULL,
  is_settled boolean NOT NULL,
  compared integer NOT NULL,
  agreed integer NOT NULL,
  CONSTRAINT fk_consultations_sheet_batch_id FOREIGN KEY (batch_id) REFERENCES consultations_batch (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_sheet_resume_hash ON consultations_sheet (resume_hash);
CREATE UNIQUE INDEX ix_consultations_sheet_batch_id_number ON consultations_sheet (batch_id, number);
