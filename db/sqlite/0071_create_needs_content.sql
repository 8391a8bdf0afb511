-- The files a council's offer hands out, under the hash of their content: they outlive the kit they came from.
CREATE TABLE needs_content (
  council_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes BLOB NOT NULL,
  CONSTRAINT pk_needs_content PRIMARY KEY (council_id, hash)
);
