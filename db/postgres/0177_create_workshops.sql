-- Days on which people of the field speak together. What people said has random keys and no moment.
CREATE TABLE workshops_workshop (
  id uuid NOT NULL CONSTRAINT pk_workshops_workshop PRIMARY KEY,
  council_id uuid NOT NULL,
  code text NOT NULL,
  room text NOT NULL,
  state text NOT NULL,
  content text NOT NULL,
  day date NOT NULL,
  open_activity text NOT NULL,
  revealed text NOT NULL,
  version integer NOT NULL,
  is_published boolean NOT NULL,
  sheets integer NOT NULL,
  ideas integer NOT NULL,
  is_synthetic boolean NOT NULL,
  stamp uuid NOT NULL
);
CREATE UNIQUE INDEX ix_workshops_workshop_council_id_code ON workshops_workshop (council_id, code);
CREATE UNIQUE INDEX ix_workshops_workshop_council_id_room ON workshops_workshop (council_id, room);

CREATE TABLE workshops_participant (
  id uuid NOT NULL CONSTRAINT pk_workshops_participant PRIMARY KEY,
  council_id uuid NOT NULL,
  workshop_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  table_number integer NOT NULL,
  keeps_words boolean NOT NULL,
  sheet integer NULL,
  is_typed boolean NOT NULL,
  CONSTRAINT fk_workshops_participant_workshops_workshop_workshop_id FOREIGN KEY (workshop_id) REFERENCES workshops_workshop (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_workshops_participant_code_hash ON workshops_participant (code_hash);
CREATE UNIQUE INDEX ix_workshops_participant_workshop_id_sheet ON workshops_participant (workshop_id, sheet);

CREATE TABLE workshops_return_address (
  id uuid NOT NULL CONSTRAINT pk_workshops_return_address PRIMARY KEY,
  council_id uuid NOT NULL,
  workshop_id uuid NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  head text NOT NULL,
  is_to_tell boolean NOT NULL,
  CONSTRAINT fk_workshops_return_address_workshops_workshop_workshop_id FOREIGN KEY (workshop_id) REFERENCES workshops_workshop (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_workshops_return_address_workshop_id_email ON workshops_return_address (workshop_id, email);
CREATE INDEX ix_workshops_return_address_is_to_tell ON workshops_return_address (is_to_tell);

CREATE TABLE workshops_idea (
  id uuid NOT NULL CONSTRAINT pk_workshops_idea PRIMARY KEY,
  council_id uuid NOT NULL,
  workshop_id uuid NOT NULL,
  number integer NOT NULL,
  sentence text NOT NULL,
  destination text NOT NULL,
  text text NOT NULL,
  merged_into uuid NULL,
  stamp uuid NOT NULL,
  CONSTRAINT fk_workshops_idea_workshops_workshop_workshop_id FOREIGN KEY (workshop_id) REFERENCES workshops_workshop (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_workshops_idea_workshop_id_number ON workshops_idea (workshop_id, number);

CREATE TABLE workshops_contribution (
  id uuid NOT NULL CONSTRAINT pk_workshops_contribution PRIMARY KEY,
  council_id uuid NOT NULL,
  workshop_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  activity text NOT NULL,
  item text NOT NULL,
  value integer NOT NULL,
  words text NOT NULL,
  language text NOT NULL,
  table_number integer NOT NULL,
  is_paper boolean NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  idea_id uuid NULL,
  CONSTRAINT fk_workshops_contribution_workshops_participant_participant_id FOREIGN KEY (participant_id) REFERENCES workshops_participant (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_workshops_contribution_participant_id_activity_item ON workshops_contribution (participant_id, activity, item);
CREATE INDEX ix_workshops_contribution_workshop_id_activity ON workshops_contribution (workshop_id, activity);
CREATE INDEX ix_workshops_contribution_idea_id ON workshops_contribution (idea_id);
