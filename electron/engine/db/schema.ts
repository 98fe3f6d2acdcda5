import type { Database } from './database.ts';

/** Every table, index and trigger of a database as the statements that make it, in a fixed order. */
export function describeSchema(db: Database): string {
  const rows = db.all<{ sql: string }>(
    `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name`,
  );
  return rows.map(({ sql }) => `${sql};\n`).join('\n');
}
