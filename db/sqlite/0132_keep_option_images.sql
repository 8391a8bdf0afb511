-- Images of options, under the name that says their content and their size: a version of a questionnaire keeps its own for ever.
CREATE TABLE consultations_image (
  council_id TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  kept_at TEXT NOT NULL,
  CONSTRAINT pk_consultations_image PRIMARY KEY (council_id, name)
);
