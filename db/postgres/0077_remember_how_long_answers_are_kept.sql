-- How long each campaign's answers are kept, since when that time is over, and what was destroyed.
CREATE TABLE consultations_kept_answers (
  campaign_id uuid NOT NULL CONSTRAINT pk_consultations_kept_answers PRIMARY KEY,
  council_id uuid NOT NULL,
  months integer NOT NULL,
  due_since timestamp with time zone NULL,
  due_seen_at timestamp with time zone NULL,
  destroyed_at timestamp with time zone NULL,
  answers integer NOT NULL,
  drafts integer NOT NULL,
  CONSTRAINT fk_consultations_kept_answers_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
