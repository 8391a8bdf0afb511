-- What somebody who prepares a questionnaire typed while looking at its true pages, and where they were: theirs alone, for a day.
CREATE TABLE consultations_preview (
  account_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  council_id TEXT NOT NULL,
  answers TEXT NOT NULL,
  typed TEXT NOT NULL,
  step TEXT NOT NULL,
  saved_on TEXT NOT NULL,
  CONSTRAINT pk_consultations_preview PRIMARY KEY (account_id, subject_id)
);
