-- What the language of the archive says of the texts of a page that are not approved.
CREATE TABLE judged (
  issue INTEGER PRIMARY KEY,
  language TEXT NOT NULL,             -- version of what it was judged by
  change INTEGER NOT NULL,            -- the page's when it was looked at
  texts TEXT NOT NULL                 -- JSON: of each text, by its key, what is said of it; null: it is in order
) STRICT;
