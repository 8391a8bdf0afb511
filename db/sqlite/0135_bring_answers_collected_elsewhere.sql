-- Answers collected elsewhere: files being read, the answers that wait to be released among the others or taken back, and how files are read, kept for the next one.
CREATE TABLE consultations_collected (
  id TEXT NOT NULL CONSTRAINT pk_consultations_collected PRIMARY KEY,
  council_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  name TEXT NOT NULL,
  checksum BLOB NOT NULL,
  mapping TEXT NULL,
  first_day TEXT NULL,
  last_day TEXT NULL,
  told TEXT NOT NULL,
  brought_at TEXT NOT NULL,
  answers INTEGER NOT NULL,
  kept_at TEXT NULL,
  released_on TEXT NULL,
  CONSTRAINT fk_consultations_collected_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_collected_campaign_id_checksum ON consultations_collected (campaign_id, checksum);
CREATE TABLE consultations_collected_file (
  batch_id TEXT NOT NULL CONSTRAINT pk_consultations_collected_file PRIMARY KEY,
  council_id TEXT NOT NULL,
  content BLOB NOT NULL,
  CONSTRAINT fk_consultations_collected_file_batch_id FOREIGN KEY (batch_id) REFERENCES consultations_collected (id) ON DELETE RESTRICT
);
CREATE TABLE consultations_collected_answer (
  id TEXT NOT NULL CONSTRAINT pk_consultations_collected_answer PRIMARY KEY,
  council_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  batch_id TEXT NOT NULL,
  answers TEXT NOT NULL,
  language TEXT NOT NULL,
  CONSTRAINT fk_consultations_collected_answer_batch_id FOREIGN KEY (batch_id) REFERENCES consultations_collected (id) ON DELETE RESTRICT
);
CREATE INDEX ix_consultations_collected_answer_batch_id ON consultations_collected_answer (batch_id);
CREATE TABLE consultations_mapping (
  id TEXT NOT NULL CONSTRAINT pk_consultations_mapping PRIMARY KEY,
  council_id TEXT NOT NULL,
  name TEXT NOT NULL,
  questionnaire TEXT NOT NULL,
  definition TEXT NOT NULL,
  kept_on TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_consultations_mapping_council_id_name ON consultations_mapping (council_id, name);
ALTER TABLE consultations_campaign ADD COLUMN held_on TEXT NULL;
