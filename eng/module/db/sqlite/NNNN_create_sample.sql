-- What the council keeps up to date for the public, each text with the day on which to look at it again.
CREATE TABLE sample_entry (
  id TEXT NOT NULL CONSTRAINT pk_sample_entry PRIMARY KEY,
  council_id TEXT NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  review TEXT NOT NULL,
  is_synthetic INTEGER NOT NULL,
  is_changed_here INTEGER NOT NULL,
  stamp TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_sample_entry_council_id_code ON sample_entry (council_id, code);
