-- Who runs a campaign without being an administrator: whoever planned it, or was given it.
CREATE TABLE consultations_campaign_runner (
  campaign_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  council_id TEXT NOT NULL,
  CONSTRAINT pk_consultations_campaign_runner PRIMARY KEY (campaign_id, account_id),
  CONSTRAINT fk_consultations_campaign_runner_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
-- Why a campaign was opened again, and the day; and its place among those of the home page.
ALTER TABLE consultations_campaign ADD COLUMN reopened_on TEXT NULL;
ALTER TABLE consultations_campaign ADD COLUMN reopened_because TEXT NULL;
ALTER TABLE consultations_campaign ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
-- Who asked that addresses be destroyed (nobody: their day had come), the links that went with them, and what was found left afterwards.
ALTER TABLE consultations_invitation_list ADD COLUMN destroyed_by TEXT NULL;
ALTER TABLE consultations_invitation_list ADD COLUMN destroyed_links INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consultations_invitation_list ADD COLUMN left_over INTEGER NULL;
