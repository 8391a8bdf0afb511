-- How many mails of a wave left, were refused, or never left: said of each, and before a campaign closes.
ALTER TABLE consultations_invitation_wave ADD COLUMN people INTEGER;
ALTER TABLE consultations_invitation_wave ADD COLUMN sent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consultations_invitation_wave ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
