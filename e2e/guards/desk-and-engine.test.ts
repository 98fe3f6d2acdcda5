import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '#contract/calls.ts';
import type { Issue } from '#core/model/issue.ts';
import { dice, editFor, kindOf } from '#core/testing/arbitrary-edit.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueAt, must, openOn, readReport, record, temporaryProject } from '../../electron/engine/testing/project.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { appStore } from '../../renderer/state/app.ts';
import { make } from '../../renderer/state/desk-act.ts';
import { catchUp, clearDesk, openPage } from '../../renderer/state/desk-open.ts';
import { closeRun } from '../../renderer/state/desk-run.ts';
import { drained } from '../../renderer/state/desk-save.ts';
import { yes } from '../../renderer/state/desk-settle.ts';
import { redo, undo } from '../../renderer/state/desk-undo.ts';
import { deskStore, openedPage } from '../../renderer/state/desk.ts';

const STEPS = ['act', 'act', 'type', 'type', 'type', 'answer', 'undo', 'undo', 'undo', 'redo', 'redo', 'wait', 'elsewhere', 'open'] as const;
const step = fc.record({ kind: fc.constantFrom(...STEPS), roll: dice });

/** More of them for a thorough look: STET_RUNS=500 npx vitest run desk-and-engine. */
const RUNS = Number(process.env['STET_RUNS'] ?? 25);

/** How undos and redos were answered: with nothing, for the window knew, or with the tree. */
const answered = { known: 0, told: 0 };

/** The window's far side is the engine itself, with its files. Answers come later, as over a port. */
function join(engine: Engine): void {
  const calls = new Proxy({}, {
    get: (_target, name: Parameters<Engine['call']>[0]) => async (request: never) => {
      const answer = structuredClone(await engine.call(name, structuredClone(request)));
      if (answer.ok && (name === 'history.undo' || name === 'history.redo')) answered[(answer.value as Reply<'history.undo'>).tree === null ? 'known' : 'told'] += 1;
      return answer;
    },
  });
  Object.assign(globalThis, { window: { stet: { calls, events: new Proxy({}, { get: () => () => () => undefined }) } } });
}

test('after any acts, undos and redos, however fast, the page in the window is the page that the engine has', async () => {
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryIssue.filter(({ source }) => !source.startsWith('\uFEFF')), fc.array(step, { minLength: 4, maxLength: 24 }), async (first: Issue, steps) => {
      const engine = await openOn(temporaryProject());
      record(engine, readReport('page.txt', first));
      const issue = issueAt(engine, 'page.txt');
      join(engine);
      clearDesk();
      closeRun();
      appStore.setState({ engine: { state: 'ready', error: null } });
      await openPage(issue, null);
      for (const { kind, roll } of steps) {
        serial += 1;
        const edit = editFor(openedPage().issue, kind === 'type' ? 'replaceText' : kindOf(roll), roll, serial);
        const article = openedPage().issue.articles[0];
        if (kind === 'act' && edit) make('split', [edit]);
        else if (kind === 'type' && edit) make('type', [edit], `run-of-typing-${roll[0]! % 2}`);
        else if (kind === 'answer' && article) make('accept', [], null, yes('boundary', article.id));
        else if (kind === 'undo') void undo();
        else if (kind === 'redo') void redo();
        else if (kind === 'wait') expect(await drained()).toBe(true);
        else if (kind === 'open') {
          await drained();
          clearDesk();
          await openPage(issue, null);
        } else if (kind === 'elsewhere' && article) {
          await drained();
          const now = must(await engine.call('issue.open', { issue }));
          if (now.tree.articles[0]) must(await engine.call('issue.edit', { once: `elsewhere-${serial}`, issue, version: now.version, label: 'note', edits: [{ kind: 'setNote', article: now.tree.articles[0].id, note: `${serial}` }] }));
        }
      }
      expect(await drained()).toBe(true);
      const now = must(await engine.call('issue.open', { issue }));
      deskStore.setState({ announced: now.version });
      await catchUp();
      const { issue: shown, settled, asideConfirmed, canUndo, canRedo } = openedPage();
      expect({ articles: shown.articles, aside: shown.aside }).toEqual(now.tree);
      expect([...settled.keys()].toSorted()).toEqual(now.settled.map(({ kind, subject }) => `${kind} ${subject}`).toSorted());
      expect({ asideConfirmed, canUndo, canRedo }).toEqual({ asideConfirmed: now.asideConfirmed, canUndo: now.canUndo, canRedo: now.canRedo });
      expect(deskStore.getState().lost).toEqual([]);
      await engine.close();
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(answered.known).toBeGreaterThan(RUNS / 2);
  expect(answered.told).toBeGreaterThan(0);
});
