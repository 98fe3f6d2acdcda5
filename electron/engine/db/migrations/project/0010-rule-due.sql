-- Pages that came while rules were to be applied to what comes, until each of these was: a page that was read is not forgotten if the program ends before that.
CREATE TABLE rule_due (
  rule TEXT NOT NULL,                 -- id, in the setting `rules`
  issue INTEGER NOT NULL REFERENCES issue (id),
  PRIMARY KEY (rule, issue)
) STRICT, WITHOUT ROWID;
