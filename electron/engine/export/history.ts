import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { PageHistory } from '#core/export/attribution.ts';
import type { Agent } from '#core/export/record.ts';
import { assertNever } from '#util/assert-never.ts';
import type { Database } from '../db/database.ts';
import { recordedEdits } from '../project/deed.ts';
import { deedsSince } from '../project/journal.ts';

type Entry = { readonly at: string; readonly who: string; readonly origin: 'person' | 'rule' | 'parser'; readonly label: string };

/** What was done to a page and is in force, as the journal has it. */
export function historyOf(db: Database, issue: IssueId): PageHistory {
  return deedsSince(db, issue, -1).flatMap(({ entry, deeds }) => {
    const edits = deeds.flatMap(recordedEdits);
    return edits.length === 0 ? [] : [{ by: agentOf(db, entry), edits }];
  });
}

function agentOf(db: Database, entry: EntryId): Agent {
  const { at, who, origin, label } = db.get<Entry>('SELECT at, who, origin, label FROM entry WHERE id = ?', entry)!;
  return { kind: kindOf(origin), who, when: at, act: label };
}

function kindOf(origin: Entry['origin']): Agent['kind'] {
  switch (origin) {
    case 'person':
    case 'rule':
      return origin;
    case 'parser':
      return 'machine';
    default:
      return assertNever(origin);
  }
}
