-- How long each campaign's answers are kept, since when that time is over, and what was destroyed.
CREATE TABLE consultations_kept_answers (
  campaign_id TEXT NOT NULL CONSTRAINT pk_consultations_kept_answers PRIMARY KEY,
  council_id TEXT NOT NULL,
  months INTEGER NOT NULL,
  due_since TEXT NULL,
  due_seen_at TEXT NULL,
  destroyed_at TEXT NULL,
  answers INTEGER NOT NULL,
  drafts INTEGER NOT NULL,
  CONSTRAINT fk_consultations_kept_answers_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
