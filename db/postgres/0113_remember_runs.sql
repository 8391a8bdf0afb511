-- What the operator's page says of each job: when it last went well, and what has failed since.
ALTER TABLE platform_job_run ADD COLUMN last_done_at timestamp with time zone;
ALTER TABLE platform_job_run ADD COLUMN failures integer NOT NULL DEFAULT 0;
ALTER TABLE platform_job_run ADD COLUMN last_failure text;
