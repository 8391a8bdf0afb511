-- What a person keeps under a code repeats some answers: nothing says any more on which day it was kept, nor in which order.
CREATE TABLE needs_path_new (
  id uuid NOT NULL,
  council_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  document text NOT NULL,
  expires_on date NOT NULL
);
-- Their owners were told a day: they are kept until the first of the month after it.
INSERT INTO needs_path_new (id, council_id, code_hash, document, expires_on)
SELECT gen_random_uuid(), council_id, code_hash, document, (date_trunc('month', expires_at AT TIME ZONE 'UTC') + interval '1 month')::date
FROM needs_path ORDER BY random();
DROP TABLE needs_path;
ALTER TABLE needs_path_new RENAME TO needs_path;
ALTER TABLE needs_path ADD CONSTRAINT pk_needs_path PRIMARY KEY (id);
CREATE UNIQUE INDEX ix_needs_path_code_hash ON needs_path (code_hash);
CREATE INDEX ix_needs_path_expires_on ON needs_path (expires_on);
