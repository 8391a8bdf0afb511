-- When a file came: one that no entry of the offer hands out is kept a day, for a form still being filled.
ALTER TABLE needs_content ADD COLUMN kept_at TEXT NOT NULL DEFAULT '2026-11-29 00:00:00';
