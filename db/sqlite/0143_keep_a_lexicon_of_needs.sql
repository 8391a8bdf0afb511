-- How a council's field says its needs: ideas, phrases, labelled sentences, as one document a council.
CREATE TABLE needs_lexicon (
  council_id TEXT NOT NULL,
  stamp TEXT NOT NULL,
  document TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CONSTRAINT pk_needs_lexicon PRIMARY KEY (council_id)
);
