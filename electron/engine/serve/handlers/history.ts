import type { AppError } from '#contract/app-error.ts';
import type { Request } from '#contract/calls.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { fileById } from '../../project/files.ts';
import { encodingsSetBy, entriesNamed, listEntries } from '../../project/entries.ts';
import { dependents, isAsExpected, redo, undo } from '../../project/history.ts';
import type { Turned } from '../../project/history.ts';
import { historyRows, pageOf } from '../../project/history-rows.ts';
import { authors } from '../../project/all-history.ts';
import { PROJECT, standingsOf } from '../../project/journal.ts';
import { loadIssue } from '../../project/issues.ts';
import { acceptedBy, lookAt } from '../../project/look.ts';
import { encodingByPerson } from '../../project/put-deed.ts';
import { isAsideConfirmed, settledOn } from '../../project/settlements.ts';
import type { Context } from '../context.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';
import { asJob } from '../many-job.ts';

/** The most changes of one entry that are told one by one. */
const SHOWN = 40;

type Asked = Request<'history.undo'>;

/** Reads again what an undo or redo says is to be read otherwise, and answers with the page as it is then, unless the window shows it so already. */
async function answer({ store, reading }: Context, { issue, expect }: Asked, turned: Result<Turned, AppError>, back: boolean, version: number | undefined) {
  if (!turned.ok) return turned;
  for (const file of encodingsSetBy(store.db, turned.value.entry)) {
    const known = fileById(store.db, file);
    if (known) await reading.reread(known.path, encodingByPerson(store.db, file));
  }
  if (issue !== null && expect && expect.version === version && isAsExpected(store.db, issue, turned.value, expect.entry, back)) return ok({ ...turned.value, tree: null, answers: null });
  // A page that is split otherwise now has other decisions of the machine as well: it is asked for whole.
  const stored = issue === null || turned.value.label === 'split-anew' ? null : loadIssue(store, issue);
  if (!stored) return ok({ ...turned.value, tree: null, answers: null });
  const { source: _source, ...tree } = stored.issue;
  const answers = { settled: [...settledOn(store.db, stored.id, stored.machine)], asideConfirmed: isAsideConfirmed(store.db, stored.id, tree) };
  return ok({ ...turned.value, version: stored.version, tree, answers });
}

/** Takes back or does again, and says what the window does not know of it. */
async function turn(asked: Asked, context: Context, back: boolean) {
  const before = asked.issue === null ? null : loadIssue(context.store, asked.issue);
  if (asked.issue !== null && !before) return fail({ code: 'no-such-issue' as const });
  return answer(context, asked, await asJob(context, (asker) => (back ? undo(context.store, asked, asker) : redo(context.store, asked, asker))), back, before?.version);
}

export const historyHandlers: HandlersOf<CallsOf<'history'>> = {
  'history.all': (request, { store }) => ok(historyRows(store, request)),

  'history.authors': (_, { store }) => ok([...authors(store.db)]),

  'history.list': ({ issue, before, limit }, { store }) => ok(listEntries(store.db, issue, before, limit)),

  'history.look': ({ issue, entry }, { store }) => {
    const pages = standingsOf(store.db, entry).filter((standing) => standing.issue !== PROJECT).map((standing) => standing.issue);
    const [first] = pages;
    const looked = issue ?? (pages.length === 1 ? first : undefined);
    const changes = looked === undefined ? acceptedBy(store, entry) : lookAt(store, looked, entry);
    return ok({
      changes: changes.slice(0, SHOWN), more: Math.max(0, changes.length - SHOWN),
      pages: pages.slice(0, SHOWN).flatMap((page) => pageOf(store, page) ?? []),
    });
  },

  'history.dependents': ({ entry }, { store }) => ok(entriesNamed(store.db, dependents(store, entry))),

  'history.undo': (asked, context) => turn(asked, context, true),

  'history.redo': (asked, context) => turn(asked, context, false),
};
