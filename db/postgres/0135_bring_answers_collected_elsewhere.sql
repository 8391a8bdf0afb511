-- Answers collected elsewhere: files being read, the answers that wait to be released among the others or taken back, and how files are read, kept for the next one.
CREATE TABLE consultations_collected (
  id uuid NOT NULL CONSTRAINT pk_consultations_collected PRIMARY KEY,
  council_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  name text NOT NULL,
  checksum bytea NOT NULL,
  mapping text NULL,
  first_day date NULL,
  last_day date NULL,
  told text NOT NULL,
  brought_at timestamp with time zone NOT NULL,
  answers integer NOT NULL,
  kept_at timestamp with time zone NULL,
  released_on date NULL,
  CONSTRAINT fk_consultations_collected_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_collected_campaign_id_checksum ON consultations_collected (campaign_id, checksum);
CREATE TABLE consultations_collected_file (
  batch_id uuid NOT NULL CONSTRAINT pk_consultations_collected_file PRIMARY KEY,
  council_id uuid NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT fk_consultations_collected_file_batch_id FOREIGN KEY (batch_id) REFERENCES consultations_collected (id) ON DELETE RESTRICT
);
CREATE TABLE consultations_collected_answer (
  id uuid NOT NULL CONSTRAINT pk_consultations_collected_answer PRIMARY KEY,
  council_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  answers text NOT NULL,
  language text NOT NULL,
  CONSTRAINT fk_consultations_collected_answer_batch_id FOREIGN KEY (batch_id) REFERENCES consultations_collected (id) ON DELETE RESTRICT
);
CREATE INDEX ix_consultations_collected_answer_batch_id ON consultations_collected_answer (batch_id);
CREATE TABLE consultations_mapping (
  id uuid NOT NULL CONSTRAINT pk_consultations_mapping PRIMARY KEY,
  council_id uuid NOT NULL,
  name text NOT NULL,
  questionnaire text NOT NULL,
  definition text NOT NULL,
  kept_on date NOT NULL
);
CREATE UNIQUE INDEX ix_consultations_mapping_council_id_name ON consultations_mapping (council_id, name);
ALTER TABLE consultations_campaign ADD COLUMN held_on date NULL;
