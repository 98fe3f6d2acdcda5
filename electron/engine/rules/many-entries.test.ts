import { expect, test } from 'vitest';
import type { RuleDraft } from '#contract/schemas/rules.ts';
import { issueOf, show } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

/** More of them for a look at how long it takes: STET_ENTRIES=160000 npx vitest run many-entries. */
const MANY = Number(process.env['STET_ENTRIES'] ?? 10_200);
const RULE: RuleDraft = { read: '抵偿', put: '低偿', folder: '', newspaper: '', from: '', to: '', except: [], applies: true, on: true };

async function text(engine: Engine, path: string): Promise<string> {
  const { source, tree } = must(await engine.call('issue.open', { issue: issueAt(engine, path) }));
  return show(source, tree.articles[0]!.passages[1]!.pieces);
}

async function comes(engine: Engine, path: string): Promise<void> {
  record(engine, readReport(path, issueOf('a1 headline: 甲', `a1 body: 公益抵偿${path}`)));
  await expect.poll(() => text(engine, path)).toBe(`公益-[抵]+[低]偿${path}`);
}

/** Has the journal hold what the last entry did as often as a rule does it that pages came one after the other for, for years. */
function repeatLast({ store: { db } }: Engine): void {
  db.transaction(() => {
    const [first, { last }] = [db.get<{ next: number }>('SELECT max(id) + 1 AS next FROM entry')!.next, db.get<{ last: number }>('SELECT max(id) AS last FROM entry')!];
    const MORE = 'WITH RECURSIVE more (id) AS (SELECT ?1 UNION ALL SELECT id + 1 FROM more WHERE id < ?1 + ?2 - 1)';
    db.run(`${MORE} INSERT INTO entry (id, at, who, origin, label, run) SELECT more.id, at, who, origin, label, run FROM more JOIN entry ON entry.id = ?3`, first, MANY, last);
    db.run(`${MORE} INSERT INTO effect (entry, stands_for, issue, at, deed, edits, before, after) SELECT more.id, more.id, issue, at, deed, edits, before, after FROM more JOIN effect ON effect.entry = ?3`, first, MANY, last);
    db.run(`${MORE} INSERT INTO standing (issue, entry, state, by, deeds, place) SELECT issue, more.id, state, more.id, more.id, place + more.id FROM more JOIN standing ON standing.entry = ?3`, first, MANY, last);
  });
}

test(`what a rule did by ${MANY} entries is listed to the last place and taken back as one act, the oldest with it`, async () => {
  const engine = await openOn(temporaryProject(), { careful: false });
  const { id: rule } = must(await engine.call('rules.save', { once: once(), id: null, rule: RULE }));
  await comes(engine, 'first.txt');
  await comes(engine, 'often.txt');
  repeatLast(engine);
  await comes(engine, 'last.txt');
  const all = MANY + 3;
  expect(must(await engine.call('rules.list', {}))).toMatchObject([{ applied: all, entries: all }]);

  const mender = { by: 'rule', rule } as const;
  const done = must(await engine.call('concordance.done', { mender, offset: all - 2, limit: 50 }));
  expect([done.places, done.pages, done.rows.map(({ file }) => file)]).toEqual([all, 3, ['often.txt', 'first.txt']]);

  const back = must(await engine.call('concordance.takeAllBack', { once: once(), mender }));
  expect(back).toMatchObject({ places: 3, pages: 3, left: 0 });
  expect(await Promise.all(['first.txt', 'often.txt', 'last.txt'].map((path) => text(engine, path)))).toEqual(['公益抵偿first.txt', '公益抵偿often.txt', '公益抵偿last.txt']);
  must(await engine.call('history.undo', { once: once(), issue: null }));
  expect(await text(engine, 'first.txt')).toBe('公益-[抵]+[低]偿first.txt');
});
