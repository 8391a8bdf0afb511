-- A letter that its server puts off is tried again later, after those that were not tried.
ALTER TABLE learning_interest ADD COLUMN tried_at timestamp with time zone NULL;
