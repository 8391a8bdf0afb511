-- What the council keeps up to date for the public, each text with the day on which to look at it again.
CREATE TABLE sample_entry (
  id uuid NOT NULL CONSTRAINT pk_sample_entry PRIMARY KEY,
  council_id uuid NOT NULL,
  code text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  review date NOT NULL,
  is_synthetic boolean NOT NULL,
  is_changed_here boolean NOT NULL,
  stamp uuid NOT NULL
);
CREATE UNIQUE INDEX ix_sample_entry_council_id_code ON sample_entry (council_id, code);
