-- What an edition has spent of the publication's budget, as JSON; and what a portrait asks beyond it, while it does.
ALTER TABLE studies_edition ADD COLUMN spent TEXT NULL;
ALTER TABLE studies_publication ADD COLUMN excess TEXT NULL;
