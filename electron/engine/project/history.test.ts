import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '#core/edits/edit.ts';
import { checkLedger } from '#core/model/ledger.ts';
import type { Issue, Status } from '#core/model/issue.ts';
import { STATUSES } from '#core/model/issue.ts';
import { dice, editFor, kindOf } from '#core/testing/arbitrary-edit.ts';
import type { Dice } from '#core/testing/arbitrary-edit.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import type { Engine } from '../engine.ts';
import { HistoryModel } from '../testing/history-model.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const COMMANDS = ['edit', 'edit', 'edit', 'type', 'type', 'undo', 'undo', 'redo', 'redo', 'group', 'reopen'] as const;
const command = fc.record({ kind: fc.constantFrom(...COMMANDS), page: fc.nat(1), roll: dice });

/** More of them for a thorough look: STET_RUNS=1000 npx vitest run history. */
// A failure is told as it is: making it smaller takes an engine a step, and longer than any test may.
const RUNS = Number(process.env['STET_RUNS'] ?? 12);
const NO_ROLL: Dice = Array.from({ length: 10 }, () => 0);

/** Two files of the same content would be one issue, and a source never begins with U+FEFF unless its file has two. */
const twoPages = fc.tuple(arbitraryIssue, arbitraryIssue)
  .filter((issues) => issues[0].source !== issues[1].source && !issues.some(({ source }) => source.startsWith('\uFEFF')));

async function tree(engine: Engine, issue: number): Promise<Issue> {
  const open = must(await engine.call('issue.open', { issue }));
  return { source: open.source, ...open.tree };
}

/** An engine beside a model of what it should do. */
class Pair {
  readonly #place = temporaryProject();
  readonly model: HistoryModel;
  engine!: Engine;
  ids: readonly number[] = [];
  #serial = 0;
  #run: { readonly page: number; readonly key: string; readonly entry: number } | null = null;

  constructor(issues: readonly Issue[]) {
    this.model = new HistoryModel(issues);
  }

  async open(): Promise<void> {
    this.engine = await openOn(this.#place);
    if (this.ids.length > 0) return;
    record(this.engine, ...this.model.pages.map(({ issue }, page) => readReport(`${page}.txt`, issue)));
    this.ids = this.model.pages.map((_, page) => issueAt(this.engine, `${page}.txt`));
  }

  async version(page: number): Promise<number> {
    return must(await this.engine.call('issue.open', { issue: this.ids[page]! })).version;
  }

  async run(kind: (typeof COMMANDS)[number], page: number, roll: Dice): Promise<void> {
    const { model } = this;
    const there = model.pages[page]!;
    const edit = editFor(there.issue, kindOf(roll), roll, (this.#serial += 1));
    switch (kind) {
      case 'edit':
        return edit ? this.#edit(page, edit) : undefined;
      case 'type':
        return edit ? this.#type(page, edit, roll[0]! % 3 === 0) : undefined;
      case 'undo':
        return this.#undo(page);
      case 'redo':
        return this.#redo(page);
      case 'group':
        return this.#group(STATUSES[roll[0]! % STATUSES.length]!);
      case 'reopen':
        await this.engine.close();
        return this.open();
    }
  }

  async #edit(page: number, edit: Edit): Promise<void> {
    const request = { once: once(), issue: this.ids[page]!, version: await this.version(page), label: 'test', edits: [edit] as never };
    const result = await this.engine.call('issue.edit', request);
    expect(result.ok).toBe(this.model.edit(page, [edit]));
    if (result.ok) expect(await this.engine.call('issue.edit', request)).toEqual(result);
  }

  async #type(page: number, edit: Edit, newRun: boolean): Promise<void> {
    const top = this.model.top(page)?.id;
    const goesOn = !newRun && this.#run?.page === page && this.#run.entry === top;
    const key = goesOn ? this.#run!.key : once();
    const result = await this.engine.call('issue.type', { once: once(), issue: this.ids[page]!, version: await this.version(page), run: key, edits: [edit] as never });
    expect(result.ok).toBe(goesOn ? this.model.extend(page, [edit]) : this.model.edit(page, [edit]));
    if (result.ok && !goesOn) this.#run = { page, key, entry: this.model.top(page)!.id };
  }

  async #undo(page: number): Promise<void> {
    const top = this.model.top(page);
    const result = await this.engine.call('history.undo', { once: once(), issue: this.ids[page]! });
    if (!top) return expect(result).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
    if (top.group && !result.ok) return expect(result.error.code).toBe('undo-stands-in-the-way');
    must(result);
    this.#run = null;
    this.model.undo(page);
  }

  async #redo(page: number): Promise<void> {
    const result = await this.engine.call('history.redo', { once: once(), issue: this.ids[page]! });
    if (this.model.pages[page]!.undone === 0) return expect(result).toEqual({ ok: false, error: { code: 'nothing-to-redo' } });
    if (!result.ok) return expect(result.error.code).toBe('undo-stands-in-the-way');
    this.#run = null;
    const entries = must(await this.engine.call('history.list', { issue: this.ids[page]!, before: null, limit: 1 }));
    const pages = entries[0]!.issues.map((id) => this.ids.indexOf(id));
    this.model.redone(await Promise.all(pages.map(async (each) => ({ page: each, issue: await tree(this.engine, this.ids[each]!) }))));
  }

  async #group(status: Status): Promise<void> {
    const { model } = this;
    const acts = model.pages.map(({ issue }, page) => ({
      page, edits: issue.articles.filter((article) => article.status !== status).map(({ id }): Edit => ({ kind: 'setStatus', article: id, status })),
    })).filter(({ edits }) => edits.length > 0);
    const result = await this.engine.call('library.setStatus', { once: once(), selection: { filter: {} }, status });
    expect(must(result).articles).toBe(acts.reduce((sum, { edits }) => sum + edits.length, 0));
    if (acts.length > 0) model.group(acts);
  }

  /** Engine and model say the same, and the ledger holds. */
  async compare(): Promise<void> {
    for (const [page, { issue, live, undone }] of this.model.pages.entries()) {
      const open = must(await this.engine.call('issue.open', { issue: this.ids[page]! }));
      expect({ source: open.source, ...open.tree }).toEqual(issue);
      expect([open.canUndo, open.canRedo]).toEqual([live.length > 0, undone > 0]);
      expect(checkLedger(issue).ok).toBe(true);
    }
  }
}

test('any sequence of edits, typing, groups, undo, redo and restarts does what the model does, and undo goes back to the start', async () => {
  await fc.assert(
    fc.asyncProperty(twoPages, fc.array(command, { minLength: 5, maxLength: 30 }), async (issues, commands) => {
      const pair = new Pair(issues);
      await pair.open();
      for (const { kind, page, roll } of commands) {
        await pair.run(kind, page, roll);
        await pair.compare();
      }
      for (const page of [0, 1, 0]) {
        while (pair.model.top(page)) {
          const depth = pair.model.pages[page]!.live.length;
          await pair.run('undo', page, NO_ROLL);
          if (pair.model.pages[page]!.live.length === depth) break; // something on the other page stands in the way
        }
      }
      await pair.compare();
      await pair.engine.close();
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, RUNS * 10_000);
