-- Who leaves an address is written that their request is kept. Those who came before were told on the page.
ALTER TABLE learning_interest ADD COLUMN is_to_confirm boolean NOT NULL DEFAULT false;
