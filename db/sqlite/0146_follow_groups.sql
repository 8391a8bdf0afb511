-- The questions whose answers make the groups by which a council follows a campaign, and the population it has numbers of.
CREATE TABLE studies_groups (
  campaign_id TEXT NOT NULL CONSTRAINT pk_studies_groups PRIMARY KEY,
  council_id TEXT NOT NULL,
  content TEXT NOT NULL
);
