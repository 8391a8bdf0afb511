-- Population frames and portraits: what to compute, never what was computed.
CREATE TABLE studies_frame (
  id TEXT NOT NULL CONSTRAINT pk_studies_frame PRIMARY KEY,
  council_id TEXT NOT NULL,
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_studies_frame_council_id_code_version ON studies_frame (council_id, code, version);

CREATE TABLE studies_portrait (
  id TEXT NOT NULL CONSTRAINT pk_studies_portrait PRIMARY KEY,
  council_id TEXT NOT NULL,
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  frame_id TEXT NOT NULL CONSTRAINT fk_studies_portrait_studies_frame_frame_id REFERENCES studies_frame (id) ON DELETE RESTRICT,
  content TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_studies_portrait_council_id_code ON studies_portrait (council_id, code);
CREATE INDEX ix_studies_portrait_frame_id ON studies_portrait (frame_id);
