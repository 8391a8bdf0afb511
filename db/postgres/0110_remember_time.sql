-- The clock as it was last seen: what closes, publishes or erases by dates waits until it has gone on for a day without a jump.
CREATE TABLE platform_time_memory (
  id integer NOT NULL CONSTRAINT pk_platform_time_memory PRIMARY KEY,
  seen_at timestamp with time zone NOT NULL,
  since timestamp with time zone NOT NULL,
  jumped_from timestamp with time zone
);
