-- Files of answers that hold words, asked for by one person and allowed by another, where the council wants two.
CREATE TABLE consultations_file_request (
  id TEXT NOT NULL CONSTRAINT pk_consultations_file_request PRIMARY KEY,
  council_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  file TEXT NOT NULL,
  language TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  decided_by TEXT,
  decided_at TEXT,
  is_allowed INTEGER NOT NULL,
  CONSTRAINT fk_consultations_file_request_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE INDEX ix_consultations_file_request_campaign_id ON consultations_file_request (campaign_id);
