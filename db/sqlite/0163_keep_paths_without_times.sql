-- What a person keeps under a code repeats some answers: nothing says any more on which day it was kept, nor in which order. Rows stand by their ids, which are drawn.
CREATE TABLE needs_path_new (
  id TEXT NOT NULL CONSTRAINT pk_needs_path PRIMARY KEY,
  council_id TEXT NOT NULL,
  code_hash BLOB NOT NULL,
  document TEXT NOT NULL,
  expires_on TEXT NOT NULL
) WITHOUT ROWID;
-- Their owners were told a day: they are kept until the first of the month after it.
INSERT INTO needs_path_new (id, council_id, code_hash, document, expires_on)
SELECT hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)),
  council_id, code_hash, document, date(expires_at, 'start of month', '+1 month')
FROM needs_path ORDER BY random();
DROP TABLE needs_path;
ALTER TABLE needs_path_new RENAME TO needs_path;
CREATE UNIQUE INDEX ix_needs_path_code_hash ON needs_path (code_hash);
CREATE INDEX ix_needs_path_expires_on ON needs_path (expires_on);
