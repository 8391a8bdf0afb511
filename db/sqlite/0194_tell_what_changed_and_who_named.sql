-- What of a session has changed since somebody was last told; how they stood before they were ticked at the door; who gave the name of a certificate.
ALTER TABLE learning_registration ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE learning_registration ADD COLUMN came_as TEXT NULL;
ALTER TABLE learning_certificate ADD COLUMN is_named_by_staff INTEGER NOT NULL DEFAULT 0;
