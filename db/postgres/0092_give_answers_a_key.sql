-- What publication needs of an answer that was sent: a key for the noise, the edition from which it counts, whether it was invited, whether it waits, whether it says anything.
ALTER TABLE consultations_response ADD COLUMN record_key bigint NULL;
ALTER TABLE consultations_response ADD COLUMN admitted_in integer NULL;
ALTER TABLE consultations_response ADD COLUMN invited boolean NOT NULL DEFAULT false;
ALTER TABLE consultations_response ADD COLUMN quarantine text NULL;
ALTER TABLE consultations_response ADD COLUMN is_blank boolean NOT NULL DEFAULT false;
-- Consent is always answered, and says nothing. A random UUID has fixed digits in its middle: the key is made of its ends.
UPDATE consultations_response SET record_key = ('x' || left(replace(key.id::text, '-', ''), 12) || right(key.id::text, 4))::bit(64)::bigint, is_blank = 1 >=
  (SELECT COUNT(*) FROM jsonb_each(answers::jsonb) a WHERE (a.value ->> 'missing') IS NULL OR (a.value ->> 'missing') NOT IN ('skipped', 'not_asked'))
FROM (SELECT r.id AS response, gen_random_uuid() AS id FROM consultations_response r) key
WHERE key.response = consultations_response.id AND submitted_at IS NOT NULL;
