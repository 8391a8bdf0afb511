-- Answers taken on paper or by phone: batches, and the sheets that wait in them until they are released among the other answers and erased here.
CREATE TABLE consultations_batch (
  id TEXT NOT NULL CONSTRAINT pk_consultations_batch PRIMARY KEY,
  council_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  received_on TEXT NOT NULL,
  language TEXT NOT NULL,
  expected INTEGER NOT NULL,
  entered INTEGER NOT NULL,
  closed_on TEXT NULL,
  released_on TEXT NULL,
  compared INTEGER NOT NULL,
  agreed INTEGER NOT NULL,
  CONSTRAINT fk_consultations_batch_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE INDEX ix_consultations_batch_campaign_id ON consultations_batch (campaign_id);
CREATE TABLE consultations_sheet (
  id TEXT NOT NULL CONSTRAINT pk_consultations_sheet PRIMARY KEY,
  council_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  answers TEXT NOT NULL,
  resume_hash BLOB NULL,
  receipt_hash BLOB NULL,
  consent_version TEXT NOT NULL,
  consent_on TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  is_drawn INTEGER NOT NULL,
  second TEXT NULL,
  second_by TEXT NULL,
  is_settled INTEGER NOT NULL,
  compared INTEGER NOT NULL,
  agreed INTEGER NOT NULL,
  CONSTRAINT fk_consultations_sheet_batch_id FOREIGN KEY (batch_id) REFERENCES consultations_batch (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_sheet_resume_hash ON consultations_sheet (resume_hash);
CREATE UNIQUE INDEX ix_consultations_sheet_batch_id_number ON consultations_sheet (batch_id, number);
