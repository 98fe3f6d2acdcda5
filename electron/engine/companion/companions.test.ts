import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { openLog } from '../log.ts';
import { issueAt, must, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { keepCompanions } from './companions.ts';
import { pngOf } from './testing/picture-files.ts';

const PATH = '2024/清河_03.txt';

test('a page’s picture is found by its file, drawn, and told of when it comes, changes and goes', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport(PATH, issueOf('a1 headline: 河畔书屋亮灯')));
  const issue = issueAt(engine, PATH);
  mkdirSync(join(place.folder, '2024'));
  expect(must(await engine.call('companion.find', { issue }))).toBeNull();
  expect(await engine.call('companion.image', { issue, page: 0 })).toEqual({ ok: false, error: { code: 'no-picture' } });

  const told: number[] = [];
  const companions = keepCompanions({ folder: place.folder, store: engine.store, log: openLog(join(place.base, 'log'), () => new Date(0)), onChange: (changed) => told.push(changed) });
  onTestFinished(() => companions.stop());
  expect(companions.find(issue)).toBeNull();
  companions.look();
  expect(told).toEqual([]);
  const picture = join(place.folder, '2024', '清河_03.PNG');
  writeFileSync(picture, pngOf(6, 4, () => [9, 9, 9]));
  companions.look();
  companions.look();
  expect(told).toEqual([issue]);
  const found = must(await engine.call('companion.find', { issue }));
  expect(found?.name).toBe('清河_03.PNG');
  expect(must(await engine.call('companion.image', { issue, page: 0 }))).toMatchObject({ mark: found?.mark, pages: 1, image: { width: 6, height: 4 } });
  expect(await engine.call('companion.image', { issue, page: 3 })).toEqual({ ok: false, error: { code: 'picture-unreadable', why: 'no-such-page' } });

  writeFileSync(picture, pngOf(7, 4, () => [9, 9, 9]));
  companions.look();
  rmSync(picture);
  companions.look();
  expect(told).toEqual([issue, issue, issue]);
});

test('a page that is not there has no picture, and pages go by whole numbers', async () => {
  const engine = await openOn(temporaryProject());
  expect(must(await engine.call('companion.find', { issue: 77 }))).toBeNull();
  expect(await engine.call('companion.image', { issue: 77, page: -1 })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
});
