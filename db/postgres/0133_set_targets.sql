-- How many answers a campaign hopes for from a group of its field, and the day somebody saw that it has them. Nothing closes by it.
CREATE TABLE consultations_target (
  campaign_id uuid NOT NULL,
  group_code text NOT NULL,
  council_id uuid NOT NULL,
  answers integer NOT NULL,
  seen_on date NULL,
  CONSTRAINT pk_consultations_target PRIMARY KEY (campaign_id, group_code),
  CONSTRAINT fk_consultations_target_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
