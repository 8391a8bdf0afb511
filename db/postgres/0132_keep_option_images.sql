-- Images of options, under the name that says their content and their size: a version of a questionnaire keeps its own for ever.
CREATE TABLE consultations_image (
  council_id uuid NOT NULL,
  name text NOT NULL,
  bytes bytea NOT NULL,
  kept_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_consultations_image PRIMARY KEY (council_id, name)
);
