import type { EntryId } from '#contract/schemas/library.ts';
import type { Done } from '#core/edits/take-out.ts';
import { assertNever } from '#util/assert-never.ts';
import type { Database } from '../db/database.ts';
import type { Deed } from './deed.ts';
import { deedsSince, effectsOf } from './journal.ts';
import type { Standing } from './journal.ts';
import { settingKeys } from './lists.ts';
import { OWN } from './topics.ts';

/** What an entry did where it stands, as it is in force there. */
function doneOf(entry: EntryId, deeds: readonly Deed[]): Done {
  return {
    entry,
    edits: deeds.flatMap((deed) => (deed.kind === 'edits' ? deed.edits.map(({ edit }) => edit) : [])),
    inverse: deeds.toReversed().flatMap((deed) => (deed.kind === 'edits' ? deed.inverse : [])),
    keys: deeds.flatMap(keysOf),
  };
}

/** An entry (`effects`: what it did, where that is known) and what was done later where it stands and is in force, in order. That the page was split anew is left out: what was done before was done again on the new tree. */
export function doneSince(db: Database, { issue, entry, deeds, place }: Standing, effects: readonly Deed[] = effectsOf(db, deeds, entry, issue).map(({ deed }) => deed)): readonly Done[] {
  const later = deedsSince(db, issue, place).filter((each) => !each.deeds.some(({ kind }) => kind === 'reading'));
  return [doneOf(entry, effects), ...later.map((each) => doneOf(each.entry, each.deeds))];
}

/** The names of the values a deed sets: two that set the same depend on each other. */
function keysOf(deed: Deed): readonly string[] {
  switch (deed.kind) {
    case 'edits':
    case 'back':
    case 'reading':
      return [];
    case 'settings':
      return settingKeys(deed);
    case 'metadata':
      return Object.keys(deed.after).map((key) => `metadata ${key}`);
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
