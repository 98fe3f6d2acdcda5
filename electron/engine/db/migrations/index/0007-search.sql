-- What the search looks through: an article's lines with their roles, and, where it is another, its text as printed.
ALTER TABLE article_text ADD COLUMN roles TEXT NOT NULL DEFAULT ''; -- of its lines, a digit each: the place in ARTICLE_ROLES
ALTER TABLE article_text ADD COLUMN printed TEXT;                    -- null: the same
ALTER TABLE article_text ADD COLUMN printed_roles TEXT;
CREATE INDEX article_text_printed ON article_text (id) WHERE printed IS NOT NULL;

-- Texts are looked through by the pack: many of them one after the other. A doc is a text of an article: twice its id as emended, and one more as printed where that is
-- another. What changes is gone from its pack and loose until it is packed again.
CREATE TABLE search_pack (
  id INTEGER PRIMARY KEY,
  docs BLOB NOT NULL,                 -- of each its number and where it begins, four bytes each
  units INTEGER NOT NULL,             -- of UTF-16, in all
  indexed INTEGER NOT NULL            -- 1: all of its rows are in
) STRICT;
CREATE TABLE search_text (
  pack INTEGER PRIMARY KEY,
  text BLOB NOT NULL,                 -- UTF-16, lower byte first, docs parted by line feeds
  lines BLOB NOT NULL                 -- where each line begins times eight, and its role, four bytes each
) STRICT;
CREATE TABLE search_row (
  id INTEGER PRIMARY KEY,             -- pack times 65,536, and a unit that pairs begin with
  bytes BLOB NOT NULL                 -- see shared/core/search/postings.ts
) STRICT;
CREATE TABLE search_place (
  doc INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL,              -- negative: it is being packed
  at INTEGER NOT NULL                 -- in the pack's docs
) STRICT;
CREATE TABLE search_loose (doc INTEGER PRIMARY KEY) STRICT;
CREATE TABLE search_gone (pack INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (pack, at)) STRICT, WITHOUT ROWID;

CREATE TRIGGER text_comes AFTER INSERT ON article_text BEGIN
  INSERT OR REPLACE INTO search_loose VALUES (new.id * 2);
  INSERT OR REPLACE INTO search_loose SELECT new.id * 2 + 1 WHERE new.printed IS NOT NULL;
END;
CREATE TRIGGER text_changes AFTER UPDATE OF text, roles ON article_text WHEN old.text <> new.text OR old.roles <> new.roles BEGIN
  INSERT OR REPLACE INTO search_gone SELECT pack, at FROM search_place WHERE doc = new.id * 2 AND pack > 0;
  DELETE FROM search_place WHERE doc = new.id * 2;
  INSERT OR REPLACE INTO search_loose VALUES (new.id * 2);
END;
CREATE TRIGGER printed_changes AFTER UPDATE OF printed, printed_roles ON article_text WHEN old.printed IS NOT new.printed OR old.printed_roles IS NOT new.printed_roles BEGIN
  INSERT OR REPLACE INTO search_gone SELECT pack, at FROM search_place WHERE doc = new.id * 2 + 1 AND pack > 0;
  DELETE FROM search_place WHERE doc = new.id * 2 + 1;
  DELETE FROM search_loose WHERE doc = new.id * 2 + 1;
  INSERT OR REPLACE INTO search_loose SELECT new.id * 2 + 1 WHERE new.printed IS NOT NULL;
END;
CREATE TRIGGER text_goes AFTER DELETE ON article_text BEGIN
  INSERT OR REPLACE INTO search_gone SELECT pack, at FROM search_place WHERE doc IN (old.id * 2, old.id * 2 + 1) AND pack > 0;
  DELETE FROM search_place WHERE doc IN (old.id * 2, old.id * 2 + 1);
  DELETE FROM search_loose WHERE doc IN (old.id * 2, old.id * 2 + 1);
END;
