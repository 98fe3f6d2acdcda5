import type { Encoding } from '#contract/schemas/file.ts';
import type { EntryId, FileId, IssueId } from '#contract/schemas/library.ts';
import { assertNever } from '#util/assert-never.ts';
import type { Database } from '../db/database.ts';
import { putAccepted, storedAccepted } from './accepted.ts';
import type { FieldDeed, FieldValues } from './deed.ts';
import { PROJECT, addEffect } from './journal.ts';
import { LISTS, listsOf, listsOnTopOf } from './lists.ts';
import { deriveAllMetadata, deriveMetadata, namePattern, putMetadata, readMetadata } from './metadata.ts';
import { confirmedAside, putConfirmedAside, putSettlements, storedSettlements } from './settlements.ts';
import { putSettings, storedSettings } from './settings.ts';
import type { Store, Tx } from './store.ts';
import { OWN, ownScheme, ownTopic, putScheme, putTopic } from './topics.ts';
import { putWeightsInUse, weightsInUse } from './weights.ts';

/** Carries out a deed that sets values and writes it into the journal. Returns its place. Issue 0: the project as a whole. */
export function recordDeed(tx: Tx, { entry, standsFor, issue }: { readonly entry: EntryId; readonly standsFor: EntryId; readonly issue: IssueId }, given: FieldDeed): number {
  const deed = given.kind === 'settings' ? { ...given, ...listsOnTopOf(storedSettings(tx.db, LISTS), given) } : given;
  const place = addEffect(tx, { entry, standsFor, issue: issue === PROJECT ? null : issue, deed });
  switch (deed.kind) {
    case 'metadata':
      putMetadata(tx, issue, deed.after);
      deriveMetadata(tx, issue, namePattern(tx.db)); // what it gives back to the file name may be read otherwise by now
      break;
    case 'settle':
      putSettlements(tx, issue, deed.after);
      break;
    case 'aside':
      putConfirmedAside(tx, issue, deed.after);
      break;
    case 'encoding':
      tx.db.run('UPDATE file SET encoding_by_person = ? WHERE id = ?', deed.after, deed.file);
      tx.touchFiles();
      break;
    case 'settings':
      putSettings(tx, deed.after);
      if ('fileNamePattern' in deed.after) deriveAllMetadata(tx);
      break;
    case 'accepted':
      putAccepted(tx, deed.scope, deed.after);
      break;
    case 'topic':
      putTopic(tx, deed.scheme ?? OWN, deed.id, deed.after);
      break;
    case 'scheme':
      putScheme(tx, deed.id, deed.after);
      break;
    case 'weights':
      putWeightsInUse(tx, deed.after);
      break;
    default:
      assertNever(deed);
  }
  return place;
}

/** The same deed, taking back to what stands now. */
export function onTopOfNow(store: Store, issue: IssueId, deed: FieldDeed): FieldDeed {
  const { db } = store;
  switch (deed.kind) {
    case 'metadata': {
      const now = readMetadata(db, issue)!;
      return { ...deed, before: Object.fromEntries(Object.keys(deed.after).map((field) => [field, now[field as keyof FieldValues]])) };
    }
    case 'settle':
      return { ...deed, before: storedSettlements(db, issue, deed.after) };
    case 'aside':
      return { ...deed, before: confirmedAside(db, issue) };
    case 'encoding':
      return { ...deed, before: encodingByPerson(db, deed.file) };
    case 'settings':
      return { ...deed, before: { ...storedSettings(db, Object.keys(deed.after)), ...listsOf(deed.before) } }; // what was done to a list is kept: `recordDeed` does it to the list as it is now
    case 'accepted':
      return { ...deed, before: storedAccepted(store, deed.scope, deed.after) };
    case 'topic':
      return { ...deed, before: ownTopic(db, deed.scheme ?? OWN, deed.id) };
    case 'scheme':
      return { ...deed, before: ownScheme(db, deed.id) };
    case 'weights':
      return { ...deed, before: weightsInUse(db) };
    default:
      return assertNever(deed);
  }
}

/** What a person said a file's encoding is. */
export function encodingByPerson(db: Database, file: FileId): Encoding | null {
  return db.get<{ encoding: Encoding | null }>('SELECT encoding_by_person AS encoding FROM file WHERE id = ?', file)?.encoding ?? null;
}
