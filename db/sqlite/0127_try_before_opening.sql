-- What is answered while the true pages of a campaign are tried before it opens, apart from answers, and the secret that lets in.
CREATE TABLE consultations_pretest_link (
  campaign_id TEXT NOT NULL CONSTRAINT pk_consultations_pretest_link PRIMARY KEY,
  council_id TEXT NOT NULL,
  hash BLOB NOT NULL,
  CONSTRAINT fk_consultations_pretest_link_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE TABLE consultations_pretest_answer (
  id TEXT NOT NULL CONSTRAINT pk_consultations_pretest_answer PRIMARY KEY,
  campaign_id TEXT NOT NULL,
  council_id TEXT NOT NULL,
  resume_hash BLOB NOT NULL,
  answers TEXT NOT NULL,
  typed TEXT NULL,
  language TEXT NOT NULL,
  saved_on TEXT NOT NULL,
  saves INTEGER NOT NULL,
  submitted_on TEXT NULL,
  minutes TEXT NULL,
  times TEXT NOT NULL,
  notes TEXT NOT NULL,
  CONSTRAINT fk_consultations_pretest_answer_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_pretest_answer_resume_hash ON consultations_pretest_answer (resume_hash);
CREATE INDEX ix_consultations_pretest_answer_campaign_id ON consultations_pretest_answer (campaign_id);
