-- A link of its own for each association that makes a campaign known, and one word kept with an answer: the code of the link by which it came.
CREATE TABLE consultations_link (
  id TEXT NOT NULL CONSTRAINT pk_consultations_link PRIMARY KEY,
  council_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  email TEXT NOT NULL,
  reaches TEXT NOT NULL,
  note TEXT NOT NULL,
  is_retired INTEGER NOT NULL,
  page_hash BLOB NULL,
  CONSTRAINT fk_consultations_link_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_link_campaign_id_code ON consultations_link (campaign_id, code);
CREATE UNIQUE INDEX ix_consultations_link_page_hash ON consultations_link (page_hash);
ALTER TABLE consultations_response ADD COLUMN source TEXT NULL;
