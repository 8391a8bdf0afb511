-- Nothing says any more when an answer came: days for times, random ids and places, one day for a tray of ten (the last, shorter one joins the one before).
-- A new table is written in random order; the old one goes with its file, and what its dead rows held.
CREATE TABLE consultations_response_new (
  id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  council_id uuid NOT NULL,
  sequence bigint NULL,
  record_key bigint NULL,
  admitted_in integer NULL,
  invited boolean NOT NULL,
  quarantine text NULL,
  is_blank boolean NOT NULL,
  is_synthetic boolean NOT NULL,
  resume_hash bytea NULL,
  receipt_hash bytea NULL,
  language text NOT NULL,
  layout text NOT NULL,
  consent_version text NOT NULL,
  consent_on date NOT NULL,
  saved_on date NOT NULL,
  saves integer NOT NULL,
  submitted_on date NULL,
  typed text NULL,
  answers text NOT NULL,
  CONSTRAINT fk_consultations_response_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);

WITH ranked AS (
  SELECT id, campaign_id, (submitted_at AT TIME ZONE 'America/Toronto')::date AS day,
    (ROW_NUMBER() OVER (PARTITION BY campaign_id ORDER BY sequence) - 1) / 10 AS ten, COUNT(*) OVER (PARTITION BY campaign_id) / 10 AS tens
  FROM consultations_response WHERE sequence IS NOT NULL
), sent AS (
  SELECT id, MAX(day) OVER (PARTITION BY campaign_id, GREATEST(0, LEAST(ten, tens - 1))) AS day, ROW_NUMBER() OVER (PARTITION BY campaign_id ORDER BY random()) AS place
  FROM ranked
)
INSERT INTO consultations_response_new (id, campaign_id, council_id, sequence, record_key, admitted_in, invited, quarantine, is_blank, is_synthetic, resume_hash,
  receipt_hash, language, layout, consent_version, consent_on, saved_on, saves, submitted_on, typed, answers)
SELECT gen_random_uuid(), r.campaign_id, r.council_id, s.place, r.record_key, r.admitted_in, r.invited, r.quarantine, r.is_blank, r.is_synthetic, r.resume_hash,
  r.receipt_hash, r.language, r.layout, r.consent_version, COALESCE(s.day, (r.consent_at AT TIME ZONE 'America/Toronto')::date),
  COALESCE(s.day, (r.saved_at AT TIME ZONE 'America/Toronto')::date), CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.day, r.typed, r.answers
FROM consultations_response r LEFT JOIN sent s ON s.id = r.id
ORDER BY random();

DROP TABLE consultations_response;
ALTER TABLE consultations_response_new RENAME TO consultations_response;
ALTER TABLE consultations_response ADD CONSTRAINT pk_consultations_response PRIMARY KEY (id);
CREATE UNIQUE INDEX ix_consultations_response_resume_hash ON consultations_response (resume_hash);
CREATE UNIQUE INDEX ix_consultations_response_receipt_hash ON consultations_response (receipt_hash);
CREATE UNIQUE INDEX ix_consultations_response_campaign_id_sequence ON consultations_response (campaign_id, sequence);
-- Answers sent that wait to be counted: twenty at most.
CREATE INDEX ix_consultations_response_campaign_id ON consultations_response (campaign_id) WHERE sequence IS NULL AND record_key IS NOT NULL;

-- Of what was taken back, that it was remains.
CREATE TABLE consultations_withdrawal_new (
  campaign_id uuid NOT NULL,
  sequence bigint NOT NULL,
  withdrawn_sequence bigint NOT NULL,
  is_moved boolean NOT NULL,
  CONSTRAINT fk_consultations_withdrawal_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
INSERT INTO consultations_withdrawal_new (campaign_id, sequence, withdrawn_sequence, is_moved)
SELECT w.campaign_id, ROW_NUMBER() OVER (PARTITION BY w.campaign_id ORDER BY random()) + (SELECT COUNT(*) FROM consultations_response r WHERE r.campaign_id = w.campaign_id AND r.sequence IS NOT NULL), 0, false
FROM consultations_withdrawal w;
DROP TABLE consultations_withdrawal;
ALTER TABLE consultations_withdrawal_new RENAME TO consultations_withdrawal;
ALTER TABLE consultations_withdrawal ADD CONSTRAINT pk_consultations_withdrawal PRIMARY KEY (campaign_id, sequence);
UPDATE consultations_campaign SET last_sequence =
  (SELECT COUNT(*) FROM consultations_response r WHERE r.campaign_id = consultations_campaign.id AND r.sequence IS NOT NULL)
  + (SELECT COUNT(*) FROM consultations_withdrawal w WHERE w.campaign_id = consultations_campaign.id);
