-- An edit writes fewer pages. Which pages an entry stands on its effects tell; of a page's standings only those taken back are looked up in their order
-- at every edit; and how many changes there were, the newest page tells.
DROP INDEX standing_by_entry;
DROP INDEX standing_in_order;
CREATE INDEX standing_undone ON standing (issue, place) WHERE state = 'undone';
ALTER TABLE project DROP COLUMN change;
