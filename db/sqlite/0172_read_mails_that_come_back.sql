-- Mails that came back are counted with the sending they left by; a notice is read once.
ALTER TABLE consultations_invitation_wave ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consultations_invitation_wave ADD COLUMN to_send_again INTEGER NOT NULL DEFAULT 0;
CREATE TABLE consultations_returned_mail (
  council_id TEXT NOT NULL,
  hash BLOB NOT NULL,
  read_on TEXT NOT NULL,
  CONSTRAINT pk_consultations_returned_mail PRIMARY KEY (council_id, hash)
) WITHOUT ROWID;
