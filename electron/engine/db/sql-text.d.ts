/** Migrations are SQL files; the bundler and the test runner hand them over as text. */
declare module '*.sql?raw' {
  const sql: string;
  export default sql;
}
