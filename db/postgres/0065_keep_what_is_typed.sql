-- What was typed in a draft and is not an answer yet, such as letters where a number is asked; empty once it is sent.
ALTER TABLE consultations_response ADD COLUMN typed text NULL;
