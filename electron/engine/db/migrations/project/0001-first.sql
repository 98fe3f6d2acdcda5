-- project.db: everything decided about the watched folder. Durable, small, backed up.

CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  folder TEXT NOT NULL,               -- the watched folder
  made_at TEXT NOT NULL,
  incarnation TEXT NOT NULL,          -- new whenever a backup takes this file's place: what was derived from the old one is then void
  change INTEGER NOT NULL DEFAULT 0   -- counts transactions that changed what index.db derives
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL                 -- JSON
) STRICT, WITHOUT ROWID;

-- A subject of the user's own. Labels of the built-in schemes are in resources/topics.
CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  label_en TEXT NOT NULL,
  label_zh TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0,
  place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE issue (
  id INTEGER PRIMARY KEY,
  reading INTEGER REFERENCES reading (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL DEFAULT 0, -- counts edits and readings
  tree BLOB,                          -- packed; NULL: as the reading has it
  path TEXT NOT NULL,                 -- the file name its metadata and its place in the library come from
  newspaper TEXT NOT NULL DEFAULT '',
  newspaper_by TEXT NOT NULL DEFAULT 'file-name' CHECK (newspaper_by IN ('file-name', 'person')),
  edition TEXT NOT NULL DEFAULT '',
  edition_by TEXT NOT NULL DEFAULT 'file-name' CHECK (edition_by IN ('file-name', 'person')),
  date TEXT NOT NULL DEFAULT '',
  date_by TEXT NOT NULL DEFAULT 'file-name' CHECK (date_by IN ('file-name', 'person')),
  page TEXT NOT NULL DEFAULT '',
  page_by TEXT NOT NULL DEFAULT 'file-name' CHECK (page_by IN ('file-name', 'person')),
  change INTEGER NOT NULL             -- of project.change when it last changed
) STRICT;
CREATE INDEX issue_by_change ON issue (change);

-- One machine reading of one version of a source: which bytes, as which encoding, cut how.
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  issue INTEGER NOT NULL REFERENCES issue (id),
  hash TEXT NOT NULL,                 -- SHA-256 of the bytes, which are in sources.db
  encoding TEXT NOT NULL,
  encoding_by TEXT NOT NULL,
  encoding_candidates TEXT NOT NULL,  -- JSON
  text_hash TEXT NOT NULL,            -- SHA-256 of the decoded text as UTF-16LE: what the tree's offsets point into
  splitter TEXT NOT NULL,
  tree BLOB NOT NULL,                 -- packed
  decisions BLOB NOT NULL,            -- packed
  read_at TEXT NOT NULL
) STRICT;
CREATE INDEX reading_by_issue ON reading (issue);
CREATE INDEX reading_by_hash ON reading (hash);

CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,          -- below the watched folder, with /
  state TEXT NOT NULL CHECK (state IN ('read', 'missing', 'problem', 'waiting')),
  problem TEXT,
  size INTEGER NOT NULL,
  modified REAL NOT NULL,
  hash TEXT,                          -- of what was last read
  issue INTEGER REFERENCES issue (id),
  encoding_by_person TEXT
) STRICT;
CREATE INDEX file_by_issue ON file (issue);
CREATE INDEX file_by_state ON file (state, path);

-- The journal. Nothing in it is ever changed or taken out.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('person', 'rule', 'parser')),
  label TEXT NOT NULL,
  run TEXT,                           -- of typing: later edits of the same run become effects of the same entry
  undoes INTEGER REFERENCES entry (id),
  redoes INTEGER REFERENCES entry (id)
) STRICT;

-- What an entry did, in order, and what takes it back. `stands_for`: the entry whose deed this is (itself, or the one redone or replayed).
CREATE TABLE effect (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entry INTEGER NOT NULL REFERENCES entry (id),
  stands_for INTEGER NOT NULL REFERENCES entry (id),
  issue INTEGER REFERENCES issue (id),
  at TEXT NOT NULL,
  deed BLOB NOT NULL,                 -- packed Deed
  edits INTEGER NOT NULL,             -- how many it holds
  before TEXT,                        -- fingerprint of the tree it was made on
  after TEXT
) STRICT;
CREATE INDEX effect_by_entry ON effect (entry, issue);
CREATE INDEX effect_by_issue ON effect (issue, entry);

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_is_fixed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER effect_is_kept BEFORE DELETE ON effect BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER effect_is_fixed BEFORE UPDATE ON effect BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Where each entry stands on each issue it touched (issue 0: on the project as a whole).
CREATE TABLE standing (
  issue INTEGER NOT NULL,
  entry INTEGER NOT NULL REFERENCES entry (id),
  state TEXT NOT NULL CHECK (state IN ('live', 'undone', 'displaced')), -- displaced: found no place in a new reading
  by INTEGER NOT NULL REFERENCES entry (id), -- the entry that brought it about
  deeds INTEGER NOT NULL REFERENCES entry (id), -- the entry whose effects are in force, or were before they were taken back
  place INTEGER NOT NULL,             -- order in which they came to be so
  PRIMARY KEY (issue, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_in_order ON standing (issue, state, place);
CREATE INDEX standing_by_entry ON standing (entry);

-- A person's edit that found no place in a new reading of the file.
CREATE TABLE unplaced (
  id INTEGER PRIMARY KEY,
  issue INTEGER NOT NULL REFERENCES issue (id),
  entry INTEGER NOT NULL REFERENCES entry (id),
  edit BLOB NOT NULL,                 -- packed, with its anchors
  was TEXT NOT NULL,
  "is" TEXT NOT NULL,
  problem TEXT NOT NULL
) STRICT;
CREATE INDEX unplaced_by_issue ON unplaced (issue);

-- Acknowledged calls by the key their sender made, so that one sent again is not done again.
CREATE TABLE done (
  once TEXT PRIMARY KEY,
  entry INTEGER REFERENCES entry (id), -- NULL: there was nothing to decide
  reply TEXT NOT NULL                 -- JSON
) STRICT, WITHOUT ROWID;
