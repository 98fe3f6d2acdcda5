-- From here on trees are written in a shorter form. Nothing is changed: trees in the first form are read as before, and each is in the new form from its next edit on.
-- Older programs do not know it, and by this number leave the project as it is.
SELECT 1;
