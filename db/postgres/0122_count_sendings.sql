-- How many answers were sent from which kind of device, and in how long by classes: counts alone, joined to no answer.
CREATE TABLE consultations_tally (
  campaign_id uuid NOT NULL,
  council_id uuid NOT NULL,
  kind text NOT NULL,
  word text NOT NULL,
  number integer NOT NULL,
  CONSTRAINT pk_consultations_tally PRIMARY KEY (campaign_id, kind, word),
  CONSTRAINT fk_consultations_tally_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
