-- Rows are changed in place where most of them stays as it is: the tally follows that too.
CREATE TRIGGER article_changes AFTER UPDATE OF status ON article WHEN (old.status = 'approved') <> (new.status = 'approved') BEGIN
  UPDATE tally SET done = done + (new.status = 'approved') - (old.status = 'approved') WHERE unit = 'article';
END;
