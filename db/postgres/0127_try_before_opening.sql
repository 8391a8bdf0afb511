-- What is answered while the true pages of a campaign are tried before it opens, apart from answers, and the secret that lets in.
CREATE TABLE consultations_pretest_link (
  campaign_id uuid NOT NULL CONSTRAINT pk_consultations_pretest_link PRIMARY KEY,
  council_id uuid NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT fk_consultations_pretest_link_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE TABLE consultations_pretest_answer (
  id uuid NOT NULL CONSTRAINT pk_consultations_pretest_answer PRIMARY KEY,
  campaign_id uuid NOT NULL,
  council_id uuid NOT NULL,
  resume_hash bytea NOT NULL,
  answers text NOT NULL,
  typed text NULL,
  language text NOT NULL,
  saved_on date NOT NULL,
  saves integer NOT NULL,
  submitted_on date NULL,
  minutes text NULL,
  times text NOT NULL,
  notes text NOT NULL,
  CONSTRAINT fk_consultations_pretest_answer_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_pretest_answer_resume_hash ON consultations_pretest_answer (resume_hash);
CREATE INDEX ix_consultations_pretest_answer_campaign_id ON consultations_pretest_answer (campaign_id);
