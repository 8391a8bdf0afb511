-- What was said before and after of a version whose words were corrected while people answered it.
ALTER TABLE consultations_questionnaire ADD COLUMN corrections text NULL;
