-- Nothing says any more when an answer came: days for times, random ids and places, one day for a tray of ten (the last, shorter one joins the one before).
-- What is long stands last, so that the rest is read without it. Rows go to places drawn at random; the rewriting that follows an upgrade puts pages in that order.
CREATE TABLE consultations_response_new (
  id TEXT NOT NULL CONSTRAINT pk_consultations_response PRIMARY KEY,
  campaign_id TEXT NOT NULL,
  council_id TEXT NOT NULL,
  sequence INTEGER NULL,
  record_key INTEGER NULL,
  admitted_in INTEGER NULL,
  invited INTEGER NOT NULL,
  quarantine TEXT NULL,
  is_blank INTEGER NOT NULL,
  is_synthetic INTEGER NOT NULL,
  resume_hash BLOB NULL,
  receipt_hash BLOB NULL,
  language TEXT NOT NULL,
  layout TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  consent_on TEXT NOT NULL,
  saved_on TEXT NOT NULL,
  saves INTEGER NOT NULL,
  submitted_on TEXT NULL,
  typed TEXT NULL,
  answers TEXT NOT NULL,
  CONSTRAINT fk_consultations_response_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);

WITH ranked AS (
  SELECT id, campaign_id, date(submitted_at, '-5 hours') AS day,
    (ROW_NUMBER() OVER (PARTITION BY campaign_id ORDER BY sequence) - 1) / 10 AS ten, COUNT(*) OVER (PARTITION BY campaign_id) / 10 AS tens
  FROM consultations_response WHERE sequence IS NOT NULL
), sent AS (
  SELECT id, MAX(day) OVER (PARTITION BY campaign_id, MAX(0, MIN(ten, tens - 1))) AS day, ROW_NUMBER() OVER (PARTITION BY campaign_id ORDER BY random()) AS place
  FROM ranked
)
INSERT INTO consultations_response_new (rowid, id, campaign_id, council_id, sequence, record_key, admitted_in, invited, quarantine, is_blank, is_synthetic, resume_hash,
  receipt_hash, language, layout, consent_version, consent_on, saved_on, saves, submitted_on, typed, answers)
SELECT random(),
  hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)),
  r.campaign_id, r.council_id, s.place, r.record_key, r.admitted_in, r.invited, r.quarantine, r.is_blank, r.is_synthetic, r.resume_hash,
  r.receipt_hash, r.language, r.layout, r.consent_version, COALESCE(s.day, date(r.consent_at, '-5 hours')), COALESCE(s.day, date(r.saved_at, '-5 hours')), s.id IS NULL, s.day, r.typed, r.answers
FROM consultations_response r LEFT JOIN sent s ON s.id = r.id;

DROP TABLE consultations_response;
ALTER TABLE consultations_response_new RENAME TO consultations_response;
CREATE UNIQUE INDEX ix_consultations_response_resume_hash ON consultations_response (resume_hash);
CREATE UNIQUE INDEX ix_consultations_response_receipt_hash ON consultations_response (receipt_hash);
CREATE UNIQUE INDEX ix_consultations_response_campaign_id_sequence ON consultations_response (campaign_id, sequence);
-- Answers sent that wait to be counted: twenty at most.
CREATE INDEX ix_consultations_response_campaign_id ON consultations_response (campaign_id) WHERE sequence IS NULL AND record_key IS NOT NULL;

-- Of what was taken back, that it was remains.
CREATE TABLE consultations_withdrawal_new (
  campaign_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  withdrawn_sequence INTEGER NOT NULL,
  is_moved INTEGER NOT NULL,
  CONSTRAINT pk_consultations_withdrawal PRIMARY KEY (campaign_id, sequence),
  CONSTRAINT fk_consultations_withdrawal_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
INSERT INTO consultations_withdrawal_new (campaign_id, sequence, withdrawn_sequence, is_moved)
SELECT w.campaign_id, ROW_NUMBER() OVER (PARTITION BY w.campaign_id ORDER BY random()) + (SELECT COUNT(*) FROM consultations_response r WHERE r.campaign_id = w.campaign_id AND r.sequence IS NOT NULL), 0, 0
FROM consultations_withdrawal w;
DROP TABLE consultations_withdrawal;
ALTER TABLE consultations_withdrawal_new RENAME TO consultations_withdrawal;
UPDATE consultations_campaign SET last_sequence =
  (SELECT COUNT(*) FROM consultations_response r WHERE r.campaign_id = consultations_campaign.id AND r.sequence IS NOT NULL)
  + (SELECT COUNT(*) FROM consultations_withdrawal w WHERE w.campaign_id = consultations_campaign.id);
