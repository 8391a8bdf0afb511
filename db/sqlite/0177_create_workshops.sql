-- Days on which people of the field speak together. What people said is kept in the order of random keys, never in that of arrival.
CREATE TABLE workshops_workshop (
  id TEXT NOT NULL CONSTRAINT pk_workshops_workshop PRIMARY KEY,
  council_id TEXT NOT NULL,
  code TEXT NOT NULL,
  room TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  day TEXT NOT NULL,
  open_activity TEXT NOT NULL,
  revealed TEXT NOT NULL,
  version INTEGER NOT NULL,
  is_published INTEGER NOT NULL,
  sheets INTEGER NOT NULL,
  ideas INTEGER NOT NULL,
  is_synthetic INTEGER NOT NULL,
  stamp TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_workshops_workshop_council_id_code ON workshops_workshop (council_id, code);
CREATE UNIQUE INDEX ix_workshops_workshop_council_id_room ON workshops_workshop (council_id, room);

CREATE TABLE workshops_participant (
  id TEXT NOT NULL CONSTRAINT pk_workshops_participant PRIMARY KEY,
  council_id TEXT NOT NULL,
  workshop_id TEXT NOT NULL,
  code_hash BLOB NOT NULL,
  table_number INTEGER NOT NULL,
  keeps_words INTEGER NOT NULL,
  sheet INTEGER NULL,
  is_typed INTEGER NOT NULL,
  CONSTRAINT fk_workshops_participant_workshops_workshop_workshop_id FOREIGN KEY (workshop_id) REFERENCES workshops_workshop (id) ON DELETE RESTRICT
) WITHOUT ROWID;
CREATE UNIQUE INDEX ix_workshops_participant_code_hash ON workshops_participant (code_hash);
CREATE UNIQUE INDEX ix_workshops_participant_workshop_id_sheet ON workshops_participant (workshop_id, sheet);

CREATE TABLE workshops_return_address (
  id TEXT NOT NULL CONSTRAINT pk_workshops_return_address PRIMARY KEY,
  council_id TEXT NOT NULL,
  workshop_id TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  head TEXT NOT NULL,
  is_to_tell INTEGER NOT NULL,
  CONSTRAINT fk_workshops_return_address_workshops_workshop_workshop_id FOREIGN KEY (workshop_id) REFERENCES workshops_workshop (id) ON DELETE RESTRICT
) WITHOUT ROWID;
CREATE UNIQUE INDEX ix_workshops_return_address_workshop_id_email ON workshops_return_address (workshop_id, email);
CREATE INDEX ix_workshops_return_address_is_to_tell ON workshops_return_address (is_to_tell);

CREATE TABLE workshops_idea (
  id TEXT NOT NULL CONSTRAINT pk_workshops_idea PRIMARY KEY,
  council_id TEXT NOT NULL,
  workshop_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  destination TEXT NOT NULL,
  text TEXT NOT NULL,
  merged_into TEXT NULL,
  stamp TEXT NOT NULL,
  CONSTRAINT fk_workshops_idea_workshops_workshop_workshop_id FOREIGN KEY (workshop_id) REFERENCES workshops_workshop (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_workshops_idea_workshop_id_number ON workshops_idea (workshop_id, number);

CREATE TABLE workshops_contribution (
  id TEXT NOT NULL CONSTRAINT pk_workshops_contribution PRIMARY KEY,
  council_id TEXT NOT NULL,
  workshop_id TEXT NOT NULL,
  participant_id TEXT NOT NULL,
  activity TEXT NOT NULL,
  item TEXT NOT NULL,
  value INTEGER NOT NULL,
  words TEXT NOT NULL,
  language TEXT NOT NULL,
  table_number INTEGER NOT NULL,
  is_paper INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  idea_id TEXT NULL,
  CONSTRAINT fk_workshops_contribution_workshops_participant_participant_id FOREIGN KEY (participant_id) REFERENCES workshops_participant (id) ON DELETE RESTRICT
) WITHOUT ROWID;
CREATE UNIQUE INDEX ix_workshops_contribution_participant_id_activity_item ON workshops_contribution (participant_id, activity, item);
CREATE INDEX ix_workshops_contribution_workshop_id_activity ON workshops_contribution (workshop_id, activity);
CREATE INDEX ix_workshops_contribution_idea_id ON workshops_contribution (idea_id);
