-- Files of answers that hold words, asked for by one person and allowed by another, where the council wants two.
CREATE TABLE consultations_file_request (
  id uuid NOT NULL CONSTRAINT pk_consultations_file_request PRIMARY KEY,
  council_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  file text NOT NULL,
  language text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  is_allowed boolean NOT NULL,
  CONSTRAINT fk_consultations_file_request_campaign_id FOREIGN KEY (campaign_id) REFERENCES consultations_campaign (id) ON DELETE RESTRICT
);
CREATE INDEX ix_consultations_file_request_campaign_id ON consultations_file_request (campaign_id);
