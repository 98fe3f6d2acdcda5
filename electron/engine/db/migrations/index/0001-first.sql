-- index.db: what the library shows, derived from the other two. It can be deleted at any time.

CREATE TABLE held (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  incarnation TEXT NOT NULL,          -- of the project.db it was derived from
  change INTEGER NOT NULL,            -- project.change up to which it is complete
  entry INTEGER NOT NULL,             -- the last journal entry it holds
  recipe TEXT NOT NULL                -- version of the code that derives
) STRICT;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  issue INTEGER NOT NULL,
  position INTEGER NOT NULL,          -- on its page, from 1
  article TEXT NOT NULL,
  headline TEXT NOT NULL,
  byline TEXT NOT NULL,
  newspaper TEXT NOT NULL,
  edition TEXT NOT NULL,
  date TEXT NOT NULL,
  page TEXT NOT NULL,
  page_order TEXT NOT NULL,           -- numbers in it padded, so that 2 comes before 12
  file TEXT NOT NULL,
  folder TEXT NOT NULL,
  topics TEXT NOT NULL,               -- JSON
  status TEXT NOT NULL,
  confidence REAL,
  findings INTEGER NOT NULL,
  length INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX article_by_issue ON article (issue, position);
CREATE INDEX article_by_article ON article (article);
CREATE INDEX article_by_headline ON article (headline, issue, position);
CREATE INDEX article_by_byline ON article (byline, issue, position);
CREATE INDEX article_by_newspaper ON article (newspaper, issue, position);
CREATE INDEX article_by_edition ON article (edition, issue, position);
CREATE INDEX article_by_date ON article (date, page_order, issue, position);
CREATE INDEX article_by_page ON article (page_order, issue, position);
CREATE INDEX article_by_file ON article (file, issue, position);
CREATE INDEX article_by_folder ON article (folder, file, issue, position);
CREATE INDEX article_by_topics ON article (topics, issue, position);
CREATE INDEX article_by_status ON article (status, issue, position);
CREATE INDEX article_by_confidence ON article (confidence, issue, position);
CREATE INDEX article_by_findings ON article (findings, issue, position);
CREATE INDEX article_by_length ON article (length, issue, position);

CREATE TABLE article_text (
  id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  text TEXT NOT NULL                  -- as emended, one paragraph a line
) STRICT;

CREATE TABLE article_topic (
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (article, scheme, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_topic_by_topic ON article_topic (scheme, topic, article);
