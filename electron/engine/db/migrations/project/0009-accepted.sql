-- Wordings that the project's people accepted as they stand: what a check finds in them is no fault. Written by deeds of the journal alone.
CREATE TABLE accepted (
  "check" TEXT NOT NULL,              -- the check that it holds for; '': all of them
  text TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY ("check", text)
) STRICT, WITHOUT ROWID;
