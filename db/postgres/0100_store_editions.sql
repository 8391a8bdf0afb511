-- What a campaign published: its editions as they were published, and what deciding the next one needs. The secret is emptied with the closing edition.
CREATE TABLE studies_publication (
  campaign_id uuid NOT NULL CONSTRAINT pk_studies_publication PRIMARY KEY,
  council_id uuid NOT NULL,
  secret text NULL,
  number integer NOT NULL,
  nights integer NOT NULL,
  last_night date NULL,
  closed_nights integer NOT NULL,
  is_closed boolean NOT NULL,
  has_failed boolean NOT NULL,
  received integer NOT NULL,
  stamp integer NOT NULL,
  row_states text NOT NULL,
  coverage text NOT NULL,
  held_until timestamp with time zone NULL
);
CREATE TABLE studies_edition (
  campaign_id uuid NOT NULL,
  number integer NOT NULL,
  council_id uuid NOT NULL,
  day date NOT NULL,
  content text NOT NULL,
  CONSTRAINT pk_studies_edition PRIMARY KEY (campaign_id, number),
  CONSTRAINT fk_studies_edition_campaign_id FOREIGN KEY (campaign_id) REFERENCES studies_publication (campaign_id) ON DELETE RESTRICT
);
