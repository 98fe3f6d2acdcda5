-- What a page's rows were derived from but for the heads of its articles: as long as it is the same, only heads are looked at.
ALTER TABLE page ADD COLUMN print TEXT NOT NULL DEFAULT '';
