-- The user's own schemes of topics: several, each a tree.
CREATE TABLE scheme (
  id TEXT PRIMARY KEY,
  title_en TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0,
  place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO scheme (id, title_en, title_zh, place) VALUES ('own', 'Own topics', '自定主题', 1);

CREATE TABLE topic_of_scheme (
  scheme TEXT NOT NULL,
  id TEXT NOT NULL,
  broader TEXT,                       -- id in the same scheme
  notation TEXT NOT NULL DEFAULT '',
  label_en TEXT NOT NULL,
  label_zh TEXT NOT NULL,
  note_en TEXT NOT NULL DEFAULT '',   -- what belongs to it
  note_zh TEXT NOT NULL DEFAULT '',
  retired INTEGER NOT NULL DEFAULT 0,
  place INTEGER NOT NULL,
  PRIMARY KEY (scheme, id)
) STRICT, WITHOUT ROWID;

INSERT INTO topic_of_scheme (scheme, id, label_en, label_zh, retired, place) SELECT 'own', id, label_en, label_zh, retired, place FROM topic;

DROP TABLE topic;

ALTER TABLE topic_of_scheme RENAME TO topic;
