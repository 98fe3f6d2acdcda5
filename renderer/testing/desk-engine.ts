import type { AppError } from '#contract/app-error.ts';
import type { Bridge } from '#contract/bridge.ts';
import type { CallName, Reply, Request } from '#contract/calls.ts';
import type { OpenIssue } from '#contract/schemas/desk.ts';
import type { Entry } from '#contract/schemas/project.ts';
import { applyAll, invertAll } from '#core/edits/apply.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Issue, Tree } from '#core/model/issue.ts';
import { settlementsBefore, withSettlements } from '#core/model/settlement.ts';
import type { SettledKind, Settlement, Verdicts } from '#core/model/settlement.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';

type Made = { entry: Entry; run: string | null; inverse: readonly Edit[]; edits: readonly Edit[]; settle: readonly Settlement[]; unsettle: readonly Settlement[] };
type Handlers = { [K in CallName]?: (request: Request<K>) => Result<Reply<K>, AppError> | Promise<Result<Reply<K>, AppError>> };
type Listener = (payload: never) => void;

/** A bridge whose far side holds one page and its journal, for tests of the desk's state without a window. It keeps the contract: same functions, same answers. */
export function createDeskEngine(first: Issue, decisions: readonly Decision[] = [], more: Handlers = {}) {
  let issue = first;
  let version = 0;
  let verdicts: Verdicts = new Map();
  let asideConfirmed = first.aside.length === 0;
  const journal: Made[] = [];
  const done = new Map<string, unknown>();
  const listeners = new Map<string, Set<Listener>>();
  const trouble: AppError[] = []; // given as the answer to the next calls that write, before anything is done
  const after: AppError[] = []; // given after the work was done: its answer was lost

  const saved = (entry: number) => ({ entry, version, savedAt: '2024-05-18T14:02:11.000Z', canUndo: journal.some(live), canRedo: journal.some(({ entry: one }) => !one.live && one.undoes === null) });
  const live = ({ entry }: Made) => entry.live && entry.undoes === null;
  const tree = (): Tree => structuredClone({ articles: issue.articles, aside: issue.aside }) as Tree;
  const answers = () => ({
    settled: Array.from(verdicts, ([key, verdict]) => ({ kind: key.slice(0, key.indexOf(' ')) as SettledKind, subject: key.slice(key.indexOf(' ') + 1), verdict })),
    asideConfirmed,
  });
  const entryOf = (label: string, edits: number, undoes: number | null): Entry => ({
    entry: journal.length + 1, at: '2024-05-18T14:02:11.000Z', who: 'editor', origin: 'person', label, edits, issues: [1], undoes, redoes: null, live: true,
  });

  function write(once: string, at: number, label: string, run: string | null, edits: readonly Edit[], settle: readonly Settlement[] = []): Result<Reply<'issue.edit'>, AppError> {
    const stop = trouble.shift();
    if (stop) return fail(stop);
    const known = done.get(once);
    if (known) return ok(known as Reply<'issue.edit'>);
    if (at !== version) return fail({ code: 'issue-moved-on', version });
    const next = applyAll(issue, edits);
    if (!next.ok) return fail({ code: 'edit-refused', edit: next.error.code, passage: null });
    const inverse = invertAll(issue, edits);
    const unsettle = settlementsBefore(verdicts, settle);
    verdicts = withSettlements(verdicts, settle);
    issue = next.value;
    version += 1;
    const last = journal.at(-1);
    if (run !== null && last?.run === run) journal[journal.length - 1] = { ...last, edits: [...last.edits, ...edits], inverse: [...inverse, ...last.inverse] };
    else journal.push({ entry: entryOf(label, edits.length, null), run, edits, inverse, settle, unsettle });
    const reply = saved(journal.length);
    done.set(once, reply);
    const lost = after.shift();
    return lost ? fail(lost) : ok(reply);
  }

  function turn(once: string, expect: Request<'history.undo'>['expect'], back: boolean): Result<Reply<'history.undo'>, AppError> {
    const known = done.get(once);
    if (known) return ok(known as Reply<'history.undo'>);
    const found = back ? journal.findLast(live) : journal.find(({ entry }) => !entry.live && entry.undoes === null);
    if (!found) return fail({ code: back ? 'nothing-to-undo' : 'nothing-to-redo' });
    const next = applyAll(issue, back ? found.inverse : found.edits);
    if (!next.ok) return fail({ code: 'undo-stands-in-the-way', entry: found.entry.entry, by: null });
    issue = next.value;
    verdicts = withSettlements(verdicts, back ? found.unsettle : found.settle);
    version += 1;
    found.entry = { ...found.entry, live: !back };
    const shown = expect?.entry === found.entry.entry && expect.version === version - 1;
    const reply = { ...saved(found.entry.entry), label: found.entry.label, of: found.entry.entry, tree: shown ? null : (tree() as Reply<'history.undo'>['tree']), answers: shown ? null : answers() };
    done.set(once, reply);
    return ok(reply);
  }

  const handlers: Handlers = {
    'issue.open': () => ok({
      issue: 1, version, source: issue.source, tree: tree() as OpenIssue['tree'], decisions: [...decisions] as OpenIssue['decisions'],
      metadata: { values: { newspaper: '', edition: '', date: '', page: '' }, origins: { newspaper: 'file-name', edition: 'file-name', date: 'file-name', page: 'file-name' } },
      files: [], unplaced: [], ...answers(), canUndo: journal.some(live), canRedo: false,
    }),
    'issue.edit': ({ once, version: at, label, edits, settle, confirmAside }) => {
      if (confirmAside !== undefined) asideConfirmed = confirmAside;
      return write(once, at, label, null, edits, settle);
    },
    'issue.settle': ({ once, version: at, label, items }) => write(once, at, label, null, [], items),
    'issue.confirmAside': ({ once, version: at, confirmed }) => {
      asideConfirmed = confirmed;
      return write(once, at, 'confirm-aside', null, []);
    },
    'issue.type': ({ once, version: at, run, edits }) => write(once, at, 'typing', run, edits),
    'history.undo': ({ once, expect }) => turn(once, expect, true),
    'history.redo': ({ once, expect }) => turn(once, expect, false),
    'history.list': () => ok(journal.map(({ entry }) => entry).toReversed()),
    'queue.place': () => ok({ at: null, total: 0, done: 0, left: null, key: null, next: null, previous: null, nextPage: null, previousPage: null }),
    ...more,
  };

  const bridge = {
    calls: new Proxy({}, {
      get: (_target, name: CallName) => async (request: never) => {
        const handler = handlers[name] as ((asked: never) => unknown) | undefined;
        if (!handler) throw new Error(`the desk does not call ${name}`);
        const sent = structuredClone(request);
        await Promise.resolve(); // the far side answers later, as over a port
        return handler(sent);
      },
    }),
    events: new Proxy({}, {
      get: (_target, name: string) => (listener: Listener) => {
        const set = listeners.get(name) ?? new Set();
        listeners.set(name, set.add(listener));
        return () => set.delete(listener);
      },
    }),
  } as Bridge;

  return {
    bridge,
    trouble,
    after,
    journal: (): readonly Made[] => journal,
    issue: (): Issue => issue,
    emit: (event: string, payload: unknown) => listeners.get(event)?.forEach((listener) => (listener as (what: unknown) => void)(payload)),
    /** Changes the page behind the desk's back. */
    change: (edits: readonly Edit[]) => {
      const next = applyAll(issue, edits);
      if (!next.ok) throw new Error(next.error.code);
      issue = next.value;
      version += 1;
    },
  };
}
