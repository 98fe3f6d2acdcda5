-- Weights of the splitter learned from approved pages. None is ever taken out: the journal speaks of them.
CREATE TABLE weights (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL,
  program TEXT NOT NULL,              -- version of the program's own weights, from which they were drawn away
  file BLOB NOT NULL,                 -- packed WeightsFile
  learned_from TEXT NOT NULL          -- JSON: hashes of the pages' bytes
) STRICT;

CREATE TRIGGER weights_are_kept BEFORE DELETE ON weights BEGIN SELECT RAISE(ABORT, 'weights are kept'); END;

-- Each time that was learned from approved pages, and what came of it.
CREATE TABLE learning (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  before TEXT REFERENCES weights (version), -- in use then; NULL: the program's own
  after TEXT REFERENCES weights (version),  -- NULL: none that were better
  approved INTEGER NOT NULL,          -- pages that were approved then
  judgement TEXT NOT NULL             -- JSON
) STRICT;

-- The weights that pages are split with; NULL: the program's own.
ALTER TABLE project ADD COLUMN weights TEXT REFERENCES weights (version);

-- Whether a reading ever was its issue's own: one that was does not wait to become it.
ALTER TABLE reading ADD COLUMN taken_up INTEGER NOT NULL DEFAULT 0;
