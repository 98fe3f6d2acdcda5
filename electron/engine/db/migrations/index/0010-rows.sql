-- A row of the search holds some pairs of one first unit, not all of them (search_row.id: pack times 65,536 and first unit, times 65,536, and the second unit it begins with).
DELETE FROM search_row;
UPDATE search_pack SET indexed = 0;
