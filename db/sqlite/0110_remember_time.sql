-- The clock as it was last seen: what closes, publishes or erases by dates waits until it has gone on for a day without a jump.
CREATE TABLE platform_time_memory (
  id INTEGER NOT NULL CONSTRAINT pk_platform_time_memory PRIMARY KEY,
  seen_at TEXT NOT NULL,
  since TEXT NOT NULL,
  jumped_from TEXT
);
