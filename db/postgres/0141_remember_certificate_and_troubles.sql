-- Until when the certificate of the public address goes, as it was last asked; and since when each trouble of the machine lasts, so that nobody is told twice in a day.
CREATE TABLE platform_certificate (
  id integer NOT NULL CONSTRAINT pk_platform_certificate PRIMARY KEY,
  asked_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone,
  trouble text
);
CREATE TABLE platform_trouble (
  name text NOT NULL CONSTRAINT pk_platform_trouble PRIMARY KEY,
  since timestamp with time zone NOT NULL,
  told_at timestamp with time zone
);
