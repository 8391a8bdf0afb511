-- People invited by mail to a campaign that is not anonymous: their addresses, the links they were sent (hashes only), and what was written to them.
CREATE TABLE consultations_invitation (
  id TEXT NOT NULL CONSTRAINT pk_consultations_invitation PRIMARY KEY,
  council_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  email TEXT NOT NULL,
  name TEXT NULL,
  language TEXT NOT NULL,
  address_hash BLOB NOT NULL,
  state TEXT NOT NULL,
  wave INTEGER NOT NULL,
  sent_on TEXT NULL,
  attempts INTEGER NOT NULL,
  next_attempt_at TEXT NULL,
  CONSTRAINT fk_consultations_invitation_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_invitation_campaign_id_address_hash ON consultations_invitation (campaign_id, address_hash);
CREATE TABLE consultations_invitation_link (
  hash BLOB NOT NULL CONSTRAINT pk_consultations_invitation_link PRIMARY KEY,
  council_id TEXT NOT NULL,
  invitation_id TEXT NOT NULL,
  CONSTRAINT fk_consultations_invitation_link_invitation_id FOREIGN KEY (invitation_id) REFERENCES consultations_invitation (id) ON DELETE CASCADE
);
CREATE INDEX ix_consultations_invitation_link_invitation_id ON consultations_invitation_link (invitation_id);

-- That a link has served, by a mark which only its holder can make: nothing here says whose. Kept in the order of marks, which are drawn.
CREATE TABLE consultations_spent_link (
  campaign_id TEXT NOT NULL,
  mark BLOB NOT NULL,
  council_id TEXT NOT NULL,
  CONSTRAINT pk_consultations_spent_link PRIMARY KEY (campaign_id, mark),
  CONSTRAINT fk_consultations_spent_link_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE consultations_invitation_list (
  campaign_id TEXT NOT NULL CONSTRAINT pk_consultations_invitation_list PRIMARY KEY,
  council_id TEXT NOT NULL,
  invited_only INTEGER NOT NULL,
  kept_days INTEGER NOT NULL,
  destroyed_on TEXT NULL,
  destroyed INTEGER NOT NULL,
  CONSTRAINT fk_consultations_invitation_list_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE TABLE consultations_invitation_message (
  campaign_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  council_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT pk_consultations_invitation_message PRIMARY KEY (campaign_id, kind),
  CONSTRAINT fk_consultations_invitation_message_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE TABLE consultations_invitation_wave (
  campaign_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  council_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  started_on TEXT NOT NULL,
  address TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  is_done INTEGER NOT NULL,
  CONSTRAINT pk_consultations_invitation_wave PRIMARY KEY (campaign_id, number),
  CONSTRAINT fk_consultations_invitation_wave_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);

-- Who wants no more mail from a council, for ever: a keyed hash, which says nothing to whoever has not the address already.
CREATE TABLE consultations_refusal (
  council_id TEXT NOT NULL,
  address_hash BLOB NOT NULL,
  CONSTRAINT pk_consultations_refusal PRIMARY KEY (council_id, address_hash)
) WITHOUT ROWID;
CREATE TABLE consultations_address_key (
  council_id TEXT NOT NULL CONSTRAINT pk_consultations_address_key PRIMARY KEY,
  secret TEXT NOT NULL
);

-- In a nominative campaign alone, and it says so: whose answer it is.
ALTER TABLE consultations_response ADD COLUMN invitation_id TEXT NULL;
