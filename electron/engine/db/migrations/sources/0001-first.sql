-- sources.db: the bytes of every version ever read. Append-only.

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,          -- SHA-256, hex
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL                 -- in zlib form
) STRICT;

-- The text of bytes in an encoding whose tables have changed over the years, as it was when the tree was made.
CREATE TABLE decoded (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL REFERENCES source (hash),
  encoding TEXT NOT NULL,
  text BLOB NOT NULL,                 -- UTF-16LE in zlib form
  UNIQUE (hash, encoding)
) STRICT;

CREATE TRIGGER source_is_kept BEFORE DELETE ON source BEGIN SELECT RAISE(ABORT, 'sources are append-only'); END;
CREATE TRIGGER source_is_fixed BEFORE UPDATE ON source BEGIN SELECT RAISE(ABORT, 'sources are append-only'); END;
CREATE TRIGGER decoded_is_kept BEFORE DELETE ON decoded BEGIN SELECT RAISE(ABORT, 'sources are append-only'); END;
CREATE TRIGGER decoded_is_fixed BEFORE UPDATE ON decoded BEGIN SELECT RAISE(ABORT, 'sources are append-only'); END;
