-- Wrong passwords typed in a session already open are counted with it: what strangers try at the sign-in page no longer stops its owner.
ALTER TABLE accounts_session ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE accounts_session ADD COLUMN locked_until timestamp with time zone NULL;
