import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RuleDraft } from '#contract/schemas/rules.ts';
import { issueOf, show } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { bundle } from '../testing/bundle.ts';
import { must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { verifyProject } from '../project/verify.ts';

/** More of them for a thorough look: STET_KILLS=200 npx vitest run interrupted. */
const KILLS = Number(process.env['STET_KILLS'] ?? 6);
const PAGES = 30;
const RULES = Array.from('甲乙丙丁戊己庚辛');
const rule = (read: string): RuleDraft => ({ read, put: '子', folder: '', newspaper: '', from: '', to: '', except: [], applies: true, on: true });

let child: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  child = await bundle('rules-child');
}, 60_000);
afterAll(() => child.dispose());

/** Runs the child until it says that so many rules were applied, and kills it there and then; `still`: it stands still by then. */
function killAfter(rules: number, base: string, still: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child.file, base, still ? String(rules) : 'run'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, errors] = ['', ''];
    running.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    running.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (out.split('\n').some((line) => line !== '' && Number(line) >= rules)) running.kill('SIGKILL');
    });
    running.on('close', (_code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(`the child ended by itself: ${errors}`))));
  });
}

const due = (engine: Engine): number => engine.store.db.get<{ times: number }>('SELECT count(*) AS times FROM rule_due')!.times;

/** How often each page was changed by a rule: pages that came, times rules, where each did it once. */
const applications = (engine: Engine): readonly number[] => engine.store.db.all<{ times: number }>(
  `SELECT count(*) AS times FROM entry JOIN effect ON effect.entry = entry.id WHERE entry.label = 'apply-rule' GROUP BY entry.run, effect.issue`,
).map(({ times }) => times);

test(`killed at ${KILLS} points while rules are applied to what came, each goes on where it was: every page is read as all of them have it, changed once by each`, async () => {
  const place = temporaryProject();
  const first = await openOn(place);
  for (const read of RULES) must(await first.call('rules.save', { once: once(), id: null, rule: rule(read) }));
  await first.close();

  let [came, interrupted] = [0, 0];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await openOn(place);
    record(before, ...Array.from({ length: PAGES }, (_, n) => readReport(`${kill}-${n}.txt`, issueOf(`a${came + n} headline: 第${n}版`, `a${came + n} body: ${RULES.join('')}${kill}-${n}`))));
    came += PAGES;
    await before.close(); // before the rules had their turn
    await killAfter(kill % RULES.length, place.base, kill % 2 === 0);

    const engine = await openOn(place);
    expect([engine.store.readOnly, engine.context.restored]).toEqual([null, null]);
    if (due(engine) > 0) interrupted += 1;
    await expect.poll(() => due(engine), { timeout: 30_000 }).toBe(0);
    const rows = engine.store.db.all<{ id: number }>('SELECT id FROM issue');
    expect(rows).toHaveLength(came);
    for (const { id } of rows) {
      const { source, tree } = must(await engine.call('issue.open', { issue: id }));
      expect(show(source, tree.articles[0]!.passages[1]!.pieces)).toMatch(new RegExp(`^${RULES.map((read) => `-\\[${read}\\]\\+\\[子\\]`).join('')}\\d`, 'u'));
    }
    expect(applications(engine)).toEqual(Array.from({ length: came * RULES.length }, () => 1));
    expect((await verifyProject(engine.store, () => undefined, new AbortController().signal)).flaws).toEqual([]);
    await engine.close();
  }
  expect(interrupted).toBeGreaterThan(0);
}, 60_000 + KILLS * 30_000);
