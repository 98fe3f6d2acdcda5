import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkLedger } from '#core/model/ledger.ts';
import type { Issue } from '#core/model/issue.ts';
import { dice, editFor, kindOf } from '#core/testing/arbitrary-edit.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

/** More of them for a thorough look: STET_RUNS=1000 npx vitest run re-reading. */
// A failure is told as it is: making it smaller takes an engine a step, and longer than any test may.
const RUNS = Number(process.env['STET_RUNS'] ?? 15);

const page = arbitraryIssue.filter(({ source }) => !source.startsWith('\uFEFF'));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), roll: dice }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('version' as const), page }) },
);

/** No article of a machine's reading is approved: only a person approves, and what is approved holds new versions up. */
const unapproved = (issue: Issue): Issue => ({ ...issue, articles: issue.articles.map((article) => (article.status === 'approved' ? { ...article, status: 'new' } : article)) });

test('through any versions of a file the ledger holds, and undo leads back to the tree of the last one', async () => {
  await fc.assert(
    fc.asyncProperty(page, fc.array(step, { minLength: 3, maxLength: 25 }), async (first, steps) => {
      const engine = await openOn(temporaryProject());
      let fresh = unapproved(first);
      record(engine, readReport('a.txt', fresh));
      const id = issueAt(engine, 'a.txt');
      const open = async () => {
        const { source, tree, version, canUndo } = must(await engine.call('issue.open', { issue: id }));
        return { version, canUndo, issue: { source, ...tree } };
      };
      for (const [serial, now] of steps.entries()) {
        const { issue, version } = await open();
        if (now.kind === 'version') {
          fresh = unapproved(now.page);
          record(engine, readReport('a.txt', fresh, { splitter: `test-${serial}` }));
        } else if (now.kind === 'edit') {
          const edit = editFor(issue, kindOf(now.roll), now.roll, serial);
          const approves = JSON.stringify(edit).includes('"approved"');
          if (edit && !approves) await engine.call('issue.edit', { once: once(), issue: id, version, label: 'test', edits: [edit] as never });
        } else {
          const turned = await engine.call(`history.${now.kind}`, { once: once(), issue: id });
          if (!turned.ok) expect(turned.error.code).toMatch(/^(?:nothing-to-(?:un|re)do|undo-stands-in-the-way)$/);
        }
        const after = (await open()).issue;
        expect(checkLedger(after).ok).toBe(true);
        expect(after.source).toBe(fresh.source);
      }
      while ((await open()).canUndo) must(await engine.call('history.undo', { once: once(), issue: id }));
      expect((await open()).issue).toEqual(fresh);
      await engine.close();
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, RUNS * 10_000);
