-- Who wants the results of a consultation, kept apart from answers: written for ten people at once, in a drawn order, with no time and no word of who answered.
CREATE TABLE consultations_interest (
  id TEXT NOT NULL CONSTRAINT pk_consultations_interest PRIMARY KEY,
  council_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  address_hash BLOB NOT NULL,
  head TEXT NOT NULL,
  told_on TEXT NULL,
  CONSTRAINT fk_consultations_interest_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_interest_campaign_id_address_hash ON consultations_interest (campaign_id, address_hash);
