import { expect, onTestFinished, test } from 'vitest';
import { Database } from './database.ts';
import { letGo } from './let-go.ts';

test('rows are read one at a time to the last, though everything that nobody holds is collected meanwhile', async () => {
  const db = Database.inMemory();
  onTestFinished(() => db.close());
  const read: number[] = [];
  for (const { value } of db.iterate<{ value: number }>('WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 20) SELECT value FROM n')) {
    read.push(value);
    await letGo();
    for (let k = 0; k < 5; k += 1) expect(db.all(`SELECT ${value} + ${k} AS sum`)).toEqual([{ sum: value + k }]); // statements that would come to lie where it lay
  }
  expect(read).toEqual(Array.from({ length: 20 }, (_, k) => k + 1));
});
