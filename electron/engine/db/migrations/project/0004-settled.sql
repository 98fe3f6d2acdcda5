-- What a person answered to a decision of the machine. Written by deeds of the journal alone.
CREATE TABLE settled (
  issue INTEGER NOT NULL REFERENCES issue (id),
  kind TEXT NOT NULL,                 -- of the decision, or `finding`
  subject TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
  seen TEXT NOT NULL,                 -- what had been decided: of another reading's decision it is no answer
  PRIMARY KEY (issue, kind, subject)
) STRICT, WITHOUT ROWID;

-- Which passages stood aside when a person said that they belong there; NULL: nobody did.
ALTER TABLE issue ADD COLUMN aside_confirmed TEXT;
