-- How many mails of a wave left, were refused, or never left: said of each, and before a campaign closes.
ALTER TABLE consultations_invitation_wave ADD COLUMN people integer;
ALTER TABLE consultations_invitation_wave ADD COLUMN sent integer NOT NULL DEFAULT 0;
ALTER TABLE consultations_invitation_wave ADD COLUMN refused integer NOT NULL DEFAULT 0;
