-- A portrait is written for a campaign; those that exist serve every campaign without one of its own, as before.
ALTER TABLE studies_portrait ADD COLUMN campaign text;
DROP INDEX ix_studies_portrait_council_id_code;
CREATE UNIQUE INDEX ix_studies_portrait_council_id_code_campaign ON studies_portrait (council_id, code, campaign);
