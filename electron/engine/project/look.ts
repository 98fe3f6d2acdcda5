import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import { applyAll } from '#core/edits/apply.ts';
import { changesBetween } from '#core/edits/changes.ts';
import type { Change } from '#core/edits/changes.ts';
import { rewind } from '#core/edits/take-out.ts';
import { doneSince } from './done.ts';
import { PROJECT, effectsOf, standingsOf } from './journal.ts';
import { loadIssue } from './issues.ts';
import { pageName } from './page-name.ts';
import type { Store } from './store.ts';

/** The wordings that an entry which is in force accepted, or accepts no longer. */
export function acceptedBy(store: Store, entry: EntryId): readonly Change[] {
  const standing = standingsOf(store.db, entry).find((each) => each.issue === PROJECT && each.state === 'live');
  if (!standing) return [];
  return effectsOf(store.db, standing.deeds, entry, PROJECT).flatMap(({ deed }) => (deed.kind === 'accepted' ? deed.after.map(({ text, by }, at): Change => (
    { what: 'accepted', subject: text, name: deed.scope, before: deed.before[at]?.by ? text : '', after: by ? text : '' }
  )) : []));
}

/** What an entry that is in force changed on an issue, told by the page before it and after it. Nothing where it is not in force there. */
export function lookAt(store: Store, issue: IssueId, entry: EntryId): readonly Change[] {
  const standing = standingsOf(store.db, entry).find((each) => each.issue === issue && each.state === 'live');
  const stored = standing && loadIssue(store, issue);
  if (!stored) return [];
  const [own, ...later] = doneSince(store.db, standing);
  const after = rewind(stored.issue, later);
  const before = after && applyAll(after, own!.inverse);
  const answers = effectsOf(store.db, standing.deeds, entry, issue).flatMap(({ deed }) => (deed.kind === 'settle' ? deed.after.map(({ kind, subject, verdict }, at): Change => (
    { what: 'answer', subject, name: kind, before: deed.before[at]?.verdict ?? '', after: verdict ?? '' }
  )) : []));
  const changes = before?.ok ? changesBetween(before.value, after!) : [];
  return [...changes.map((change) => withPage(store, change)), ...answers, ...acceptedBy(store, entry)];
}

/** The same, of a link with the page that it leads to by its name. */
export function withPage<C extends Pick<Change, 'before' | 'after'> & { readonly what: string }>({ db }: Store, change: C): C {
  if (change.what !== 'next' && change.what !== 'previous') return change;
  return { ...change, before: pageName(db, change.before), after: pageName(db, change.after) };
}
