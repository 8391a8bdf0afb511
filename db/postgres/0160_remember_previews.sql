-- What somebody who prepares a questionnaire typed while looking at its true pages, and where they were: theirs alone, for a day.
CREATE TABLE consultations_preview (
  account_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  council_id uuid NOT NULL,
  answers text NOT NULL,
  typed text NOT NULL,
  step text NOT NULL,
  saved_on date NOT NULL,
  CONSTRAINT pk_consultations_preview PRIMARY KEY (account_id, subject_id)
);
