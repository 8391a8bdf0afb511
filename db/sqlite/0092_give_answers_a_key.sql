-- What publication needs of an answer that was sent: a key for the noise, the edition from which it counts, whether it was invited, whether it waits, whether it says anything.
ALTER TABLE consultations_response ADD COLUMN record_key INTEGER NULL;
ALTER TABLE consultations_response ADD COLUMN admitted_in INTEGER NULL;
ALTER TABLE consultations_response ADD COLUMN invited INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consultations_response ADD COLUMN quarantine TEXT NULL;
ALTER TABLE consultations_response ADD COLUMN is_blank INTEGER NOT NULL DEFAULT 0;
-- Consent is always answered, and says nothing.
UPDATE consultations_response SET record_key = random(), is_blank = 1 >=
  (SELECT COUNT(*) FROM json_each(answers) a WHERE NOT (a.type = 'object' AND json_extract(a.value, '$.missing') IN ('skipped', 'not_asked')))
WHERE submitted_at IS NOT NULL;
