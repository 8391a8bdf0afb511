-- What a council settles for itself: threshold, contact, retention, languages, words, look, published study.
ALTER TABLE platform_council ADD COLUMN settings text NOT NULL DEFAULT '{}';
ALTER TABLE platform_council ADD COLUMN kit_stamp text NULL;
