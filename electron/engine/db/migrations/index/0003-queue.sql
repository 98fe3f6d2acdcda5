-- How much a minute of attention is likely to mend there: see shared/core/risk.
ALTER TABLE article ADD COLUMN risk REAL NOT NULL DEFAULT 0;
CREATE INDEX article_by_risk ON article (risk DESC, issue, position);

-- What is left of a queue, in each of its orders.
ALTER TABLE article ADD COLUMN calm REAL GENERATED ALWAYS AS (-risk) VIRTUAL; -- so that every part of the order goes up
CREATE INDEX open_by_risk ON article (calm, issue, position) WHERE status <> 'approved';
CREATE INDEX open_by_date ON article (date, page_order, issue, position) WHERE status <> 'approved';
CREATE INDEX open_by_folder ON article (folder, file, issue, position) WHERE status <> 'approved';

-- The pages, as far as queues of them need it.
CREATE TABLE page (
  issue INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  page_order TEXT NOT NULL,
  file TEXT NOT NULL,
  folder TEXT NOT NULL,
  articles INTEGER NOT NULL,
  unapproved INTEGER NOT NULL,        -- articles
  done INTEGER NOT NULL,              -- 1: all of them are, and what stands aside is confirmed
  doubts INTEGER NOT NULL,
  risk REAL NOT NULL,
  calm REAL GENERATED ALWAYS AS (-risk) VIRTUAL
) STRICT;
CREATE INDEX open_page_by_risk ON page (calm, issue) WHERE done = 0;
CREATE INDEX open_page_by_date ON page (date, page_order, issue) WHERE done = 0;
CREATE INDEX open_page_by_folder ON page (folder, file, issue) WHERE done = 0;

-- How many there are and how many are done, kept as rows come and go: counting them takes longer the more there are.
CREATE TABLE tally (unit TEXT PRIMARY KEY, total INTEGER NOT NULL, done INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO tally SELECT 'article', count(*), count(*) FILTER (WHERE status = 'approved') FROM article;
INSERT INTO tally VALUES ('issue', 0, 0);
CREATE TRIGGER article_comes AFTER INSERT ON article BEGIN
  UPDATE tally SET total = total + 1, done = done + (new.status = 'approved') WHERE unit = 'article';
END;
CREATE TRIGGER article_goes AFTER DELETE ON article BEGIN
  UPDATE tally SET total = total - 1, done = done - (old.status = 'approved') WHERE unit = 'article';
END;
CREATE TRIGGER page_comes AFTER INSERT ON page BEGIN
  UPDATE tally SET total = total + 1, done = done + new.done WHERE unit = 'issue';
END;
CREATE TRIGGER page_goes AFTER DELETE ON page BEGIN
  UPDATE tally SET total = total - 1, done = done - old.done WHERE unit = 'issue';
END;
