-- The history can be narrowed to kinds of acts: the entries of each label, in the order of the journal.
CREATE INDEX entry_by_label ON entry (label);
