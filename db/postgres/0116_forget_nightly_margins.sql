-- Who had answered, category by category, was counted each night in exact tens: an edition now holds it, protected as its figures are.
ALTER TABLE studies_publication DROP COLUMN coverage;
