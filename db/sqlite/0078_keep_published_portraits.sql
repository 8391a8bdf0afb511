-- Portraits whose answers are destroyed: what was published, and nothing else.
CREATE TABLE studies_kept_portrait (
  campaign_id TEXT NOT NULL CONSTRAINT pk_studies_kept_portrait PRIMARY KEY,
  council_id TEXT NOT NULL,
  received INTEGER NOT NULL,
  content TEXT NOT NULL,
  kept_at TEXT NOT NULL
);
