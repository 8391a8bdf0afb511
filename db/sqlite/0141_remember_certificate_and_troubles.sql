-- Until when the certificate of the public address goes, as it was last asked; and since when each trouble of the machine lasts, so that nobody is told twice in a day.
CREATE TABLE platform_certificate (
  id INTEGER NOT NULL CONSTRAINT pk_platform_certificate PRIMARY KEY,
  asked_at TEXT NOT NULL,
  ends_at TEXT,
  trouble TEXT
);
CREATE TABLE platform_trouble (
  name TEXT NOT NULL CONSTRAINT pk_platform_trouble PRIMARY KEY,
  since TEXT NOT NULL,
  told_at TEXT
);
