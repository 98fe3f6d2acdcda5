import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSplitVersion } from '#core/split/version.ts';
import { housePage } from '#core/testing/house-pages.ts';
import { openEngine } from '../engine.ts';
import { hashOf } from '../ingest/read-bytes.ts';
import { RESOURCES } from '../ingest/testing/fixture.ts';
import { layoutOf } from '../project/layout.ts';
import { currentReading } from '../project/readings.ts';
import { issueAt, must, temporaryProject } from '../testing/project.ts';
import type { Place } from '../testing/project.ts';
import { contentId, statisticsOf } from './statistics.ts';

const text = (number: number) => housePage(number).source;
const statistics = (numbers: readonly number[]) => statisticsOf(numbers.map((number) => ({ id: contentId(hashOf(Buffer.from(text(number))), 'utf-8'), text: text(number) })))!.version;
const upTo = (end: number, from = 0) => Array.from({ length: end - from }, (_, i) => from + i);

/** The project read as the program reads it, until the folder is quiet. Returns what each page was split by, and closes it. */
async function read({ base, folder, projectPath }: Place, numbers: readonly number[]): Promise<readonly string[]> {
  for (const number of numbers) if (!existsSync(join(folder, `${number}.txt`))) writeFileSync(join(folder, `${number}.txt`), text(number));
  const engine = must(await openEngine({ projectPath, folder, resourcesPath: RESOURCES, logPath: join(base, 'engine.log'), editor: 'Editor', watch: false }));
  onTestFinished(() => engine.close());
  await engine.settled();
  const splitBy = numbers.map((number) => readSplitVersion(currentReading(engine.store.db, issueAt(engine, `${number}.txt`)).splitter).statistics);
  await engine.close();
  return splitBy;
}

test('a project counts its language at its first reading and remembers it; it is no loss if what it counted is thrown away', async () => {
  const place = temporaryProject();
  const first = statistics(upTo(6));
  expect(await read(place, upTo(6))).toEqual(upTo(6).map(() => first));
  expect(existsSync(layoutOf(place.projectPath).archive)).toBe(true);

  expect(await read(place, upTo(7))).toEqual(upTo(7).map(() => first));

  rmSync(layoutOf(place.projectPath).archive);
  const second = statistics(upTo(8));
  expect(await read(place, upTo(8))).toEqual([...upTo(7).map(() => first), second]);

  const third = statistics(upTo(16));
  expect(await read(place, upTo(16))).toEqual([...upTo(7).map(() => first), second, ...upTo(16, 8).map(() => third)]);
});
