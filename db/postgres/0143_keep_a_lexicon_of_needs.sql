-- How a council's field says its needs: ideas, phrases, labelled sentences, as one document a council.
CREATE TABLE needs_lexicon (
  council_id uuid NOT NULL,
  stamp uuid NOT NULL,
  document text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_needs_lexicon PRIMARY KEY (council_id)
);
