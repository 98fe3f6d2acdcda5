import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { fileById } from '../../project/files.ts';
import { encodingsSetBy, entriesNamed, listEntries } from '../../project/entries.ts';
import { dependents, redo, undo } from '../../project/history.ts';
import type { Turned } from '../../project/history.ts';
import { loadIssue } from '../../project/issues.ts';
import { lookAt } from '../../project/look.ts';
import { encodingByPerson } from '../../project/put-deed.ts';
import { isAsideConfirmed, settledOn } from '../../project/settlements.ts';
import type { Context } from '../context.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

/** The most changes of one entry that are told one by one. */
const SHOWN = 40;

/** Reads again what an undo or redo says is to be read otherwise, and answers with the page as it is then. */
async function answer({ store, reading }: Context, issue: IssueId | null, turned: Result<Turned, AppError>) {
  if (!turned.ok) return turned;
  for (const file of encodingsSetBy(store.db, turned.value.entry)) {
    const known = fileById(store.db, file);
    if (known) await reading.reread(known.path, encodingByPerson(store.db, file));
  }
  // A page that is split otherwise now has other decisions of the machine as well: it is asked for whole.
  const stored = issue === null || turned.value.label === 'split-anew' ? null : loadIssue(store, issue);
  if (!stored) return ok({ ...turned.value, tree: null, answers: null });
  const { source: _source, ...tree } = stored.issue;
  const answers = { settled: [...settledOn(store.db, stored.id, stored.machine)], asideConfirmed: isAsideConfirmed(store.db, stored.id, tree) };
  return ok({ ...turned.value, version: stored.version, tree, answers });
}

export const historyHandlers: HandlersOf<CallsOf<'history'>> = {
  'history.list': ({ issue, before, limit }, { store }) => ok(listEntries(store.db, issue, before, limit)),

  'history.look': ({ issue, entry }, { store }) => {
    const changes = lookAt(store, issue, entry);
    return ok({ changes: changes.slice(0, SHOWN), more: Math.max(0, changes.length - SHOWN), dependents: entriesNamed(store.db, dependents(store, entry)) });
  },

  'history.dependents': ({ entry }, { store }) => ok(entriesNamed(store.db, dependents(store, entry))),

  'history.undo': async ({ once, issue, entry }, context) => (
    issue !== null && !loadIssue(context.store, issue) ? fail({ code: 'no-such-issue' }) : answer(context, issue, await undo(context.store, { once, issue, entry }))
  ),

  'history.redo': async ({ once, issue }, context) => (
    issue !== null && !loadIssue(context.store, issue) ? fail({ code: 'no-such-issue' }) : answer(context, issue, await redo(context.store, { once, issue }))
  ),
};
