-- The accepted wordings that pages were derived with; what differs from those in force is found out again after a restart.
CREATE TABLE accepted ("check" TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY ("check", text)) STRICT, WITHOUT ROWID;

-- How many findings of a page each of them quiets.
CREATE TABLE quieted (
  issue INTEGER NOT NULL,
  "check" TEXT NOT NULL,
  text TEXT NOT NULL,
  places INTEGER NOT NULL,
  PRIMARY KEY (issue, "check", text)
) STRICT, WITHOUT ROWID;

CREATE INDEX quieted_by_text ON quieted (text, "check", issue, places);
