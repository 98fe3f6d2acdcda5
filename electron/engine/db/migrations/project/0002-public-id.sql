-- The id an article has outside of Stet: minted once, never changed, never given to another.
CREATE TABLE public_id (
  issue INTEGER NOT NULL REFERENCES issue (id),
  article TEXT NOT NULL,
  public TEXT NOT NULL UNIQUE,
  minted_at TEXT NOT NULL,
  PRIMARY KEY (issue, article)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER public_id_is_kept BEFORE DELETE ON public_id BEGIN SELECT RAISE(ABORT, 'public ids are never given up'); END;
CREATE TRIGGER public_id_is_fixed BEFORE UPDATE ON public_id BEGIN SELECT RAISE(ABORT, 'public ids never change'); END;
