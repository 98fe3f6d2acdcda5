import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { Done } from '#core/edits/take-out.ts';
import { assertNever } from '#util/assert-never.ts';
import type { Database } from '../db/database.ts';
import type { Deed } from './deed.ts';
import { effectsOf, standingOn } from './journal.ts';
import type { Standing } from './journal.ts';
import { OWN } from './topics.ts';

/** What a live entry did where it stands, as it is in force there. */
export function doneBy(db: Database, { issue, entry, deeds }: Standing, effects: readonly Deed[] = effectsOf(db, deeds, entry, issue).map(({ deed }) => deed)): Done {
  return {
    entry,
    edits: effects.flatMap((deed) => (deed.kind === 'edits' ? deed.edits.map(({ edit }) => edit) : [])),
    inverse: effects.toReversed().flatMap((deed) => (deed.kind === 'edits' ? deed.inverse : [])),
    keys: effects.flatMap(keysOf),
  };
}

/** An entry (`effects`: what it did, where that is known) and what was done later where it stands and is in force, in order. That the page was split anew is left out: what was done before was done again on the new tree. */
export function doneSince(db: Database, standing: Standing, effects?: readonly Deed[]): readonly Done[] {
  const later = standingOn(db, standing.issue, ['live'], standing.place).filter((each) => !isSplitAnew(db, each));
  return [doneBy(db, standing, effects), ...later.map((each) => doneBy(db, each))];
}

function isSplitAnew(db: Database, { issue, entry, deeds }: { readonly issue: IssueId; readonly entry: EntryId; readonly deeds: EntryId }): boolean {
  return effectsOf(db, deeds, entry, issue).some(({ deed }) => deed.kind === 'reading');
}

/** The names of the values a deed sets: two that set the same depend on each other. */
function keysOf(deed: Deed): readonly string[] {
  switch (deed.kind) {
    case 'edits':
    case 'back':
    case 'reading':
      return [];
    case 'metadata':
    case 'settings':
      return Object.keys(deed.after).map((key) => `${deed.kind} ${key}`);
    case 'settle':
      return deed.after.map(({ kind, subject }) => `settle ${kind} ${subject}`);
    case 'accepted':
      return deed.after.map(({ check, text }) => `accepted ${deed.scope} ${check} ${text}`);
    case 'encoding':
      return [`encoding ${deed.file}`];
    case 'topic':
      return [`scheme ${deed.scheme ?? OWN}`]; // topics stand under each other: those of one scheme are not told apart
    case 'scheme':
      return [`scheme ${deed.id}`];
    case 'aside':
    case 'weights':
      return [deed.kind];
    default:
      return assertNever(deed);
  }
}
