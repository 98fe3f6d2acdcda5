-- An act is written into the journal when it is done, and into its page's tree with the next one, or when nobody is at work: then it is not waited for.
ALTER TABLE issue ADD COLUMN behind INTEGER REFERENCES effect (id); -- the first effect that the tree does not hold; NULL: it holds all
