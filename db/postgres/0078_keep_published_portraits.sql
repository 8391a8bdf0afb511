-- Portraits whose answers are destroyed: what was published, and nothing else.
CREATE TABLE studies_kept_portrait (
  campaign_id uuid NOT NULL CONSTRAINT pk_studies_kept_portrait PRIMARY KEY,
  council_id uuid NOT NULL,
  received integer NOT NULL,
  content text NOT NULL,
  kept_at timestamp with time zone NOT NULL
);
