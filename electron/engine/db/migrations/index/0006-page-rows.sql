-- What the list of pages shows of each, beside what queues need.
ALTER TABLE page ADD COLUMN newspaper TEXT NOT NULL DEFAULT '';
ALTER TABLE page ADD COLUMN edition TEXT NOT NULL DEFAULT '';
ALTER TABLE page ADD COLUMN page TEXT NOT NULL DEFAULT '';
ALTER TABLE page ADD COLUMN length INTEGER NOT NULL DEFAULT 0; -- of its articles
ALTER TABLE page ADD COLUMN findings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE page ADD COLUMN status TEXT NOT NULL DEFAULT 'new';
ALTER TABLE page ADD COLUMN changed TEXT NOT NULL DEFAULT ''; -- when anything was last decided about it, ISO 8601; empty: nothing was
