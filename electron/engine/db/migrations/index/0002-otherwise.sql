-- Up to which change of the project pages were compared with what these weights would make of them.
CREATE TABLE compared (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  weights TEXT NOT NULL,              -- version; empty: the program's own
  change INTEGER NOT NULL
) STRICT;

-- Pages that would be split otherwise than they are, what people did to them included.
CREATE TABLE otherwise (
  issue INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  boundaries INTEGER NOT NULL,        -- that would be another, as the next three
  roles INTEGER NOT NULL,
  joins INTEGER NOT NULL,
  moved INTEGER NOT NULL,
  unplaced INTEGER NOT NULL,          -- decisions of people that would find no place
  pinned INTEGER NOT NULL             -- approved articles that would be another: the page stays as it is
) STRICT;
CREATE INDEX otherwise_by_path ON otherwise (path);
