-- How many pieces of each kind were struck, added or marked as lost in an article: JSON, empty where there are none.
ALTER TABLE article ADD COLUMN corrections TEXT NOT NULL DEFAULT '';
