-- What a campaign published: its editions as they were published, and what deciding the next one needs. The secret is emptied with the closing edition.
CREATE TABLE studies_publication (
  campaign_id TEXT NOT NULL CONSTRAINT pk_studies_publication PRIMARY KEY,
  council_id TEXT NOT NULL,
  secret TEXT NULL,
  number INTEGER NOT NULL,
  nights INTEGER NOT NULL,
  last_night TEXT NULL,
  closed_nights INTEGER NOT NULL,
  is_closed INTEGER NOT NULL,
  has_failed INTEGER NOT NULL,
  received INTEGER NOT NULL,
  stamp INTEGER NOT NULL,
  row_states TEXT NOT NULL,
  coverage TEXT NOT NULL,
  held_until TEXT NULL
);
CREATE TABLE studies_edition (
  campaign_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  council_id TEXT NOT NULL,
  day TEXT NOT NULL,
  content TEXT NOT NULL,
  CONSTRAINT pk_studies_edition PRIMARY KEY (campaign_id, number),
  CONSTRAINT fk_studies_edition_campaign_id FOREIGN KEY (campaign_id) REFERENCES studies_publication (campaign_id) ON DELETE RESTRICT
);
