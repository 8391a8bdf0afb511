-- People invited by mail to a campaign that is not anonymous: their addresses, the links they were sent (hashes only), and what was written to them.
CREATE TABLE consultations_invitation (
  id uuid NOT NULL CONSTRAINT pk_consultations_invitation PRIMARY KEY,
  council_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  email text NOT NULL,
  name text NULL,
  language text NOT NULL,
  address_hash bytea NOT NULL,
  state text NOT NULL,
  wave integer NOT NULL,
  sent_on date NULL,
  attempts integer NOT NULL,
  next_attempt_at timestamp with time zone NULL,
  CONSTRAINT fk_consultations_invitation_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_consultations_invitation_campaign_id_address_hash ON consultations_invitation (campaign_id, address_hash);
CREATE TABLE consultations_invitation_link (
  hash bytea NOT NULL CONSTRAINT pk_consultations_invitation_link PRIMARY KEY,
  council_id uuid NOT NULL,
  invitation_id uuid NOT NULL,
  CONSTRAINT fk_consultations_invitation_link_invitation_id FOREIGN KEY (invitation_id) REFERENCES consultations_invitation (id) ON DELETE CASCADE
);
CREATE INDEX ix_consultations_invitation_link_invitation_id ON consultations_invitation_link (invitation_id);

-- That a link has served, by a mark which only its holder can make: nothing here says whose. Kept in the order of marks, which are drawn.
CREATE TABLE consultations_spent_link (
  campaign_id uuid NOT NULL,
  mark bytea NOT NULL,
  council_id uuid NOT NULL,
  CONSTRAINT pk_consultations_spent_link PRIMARY KEY (campaign_id, mark),
  CONSTRAINT fk_consultations_spent_link_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);

CREATE TABLE consultations_invitation_list (
  campaign_id uuid NOT NULL CONSTRAINT pk_consultations_invitation_list PRIMARY KEY,
  council_id uuid NOT NULL,
  invited_only boolean NOT NULL,
  kept_days integer NOT NULL,
  destroyed_on date NULL,
  destroyed integer NOT NULL,
  CONSTRAINT fk_consultations_invitation_list_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE TABLE consultations_invitation_message (
  campaign_id uuid NOT NULL,
  kind text NOT NULL,
  council_id uuid NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  CONSTRAINT pk_consultations_invitation_message PRIMARY KEY (campaign_id, kind),
  CONSTRAINT fk_consultations_invitation_message_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE TABLE consultations_invitation_wave (
  campaign_id uuid NOT NULL,
  number integer NOT NULL,
  council_id uuid NOT NULL,
  kind text NOT NULL,
  started_on date NOT NULL,
  address text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  is_done boolean NOT NULL,
  CONSTRAINT pk_consultations_invitation_wave PRIMARY KEY (campaign_id, number),
  CONSTRAINT fk_consultations_invitation_wave_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);

-- Who wants no more mail from a council, for ever: a keyed hash, which says nothing to whoever has not the address already.
CREATE TABLE consultations_refusal (
  council_id uuid NOT NULL,
  address_hash bytea NOT NULL,
  CONSTRAINT pk_consultations_refusal PRIMARY KEY (council_id, address_hash)
);
CREATE TABLE consultations_address_key (
  council_id uuid NOT NULL CONSTRAINT pk_consultations_address_key PRIMARY KEY,
  secret text NOT NULL
);

-- In a nominative campaign alone, and it says so: whose answer it is.
ALTER TABLE consultations_response ADD COLUMN invitation_id uuid NULL;
