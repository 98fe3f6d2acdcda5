import type { IssueId } from '#contract/schemas/library.ts';
import type { PassageId } from '#core/model/ids.ts';

const MOST_KEPT = 100;
const stops = new Map<IssueId, PassageId>();

/** The passage at which each page was left, those left last at the end. A page that is opened again opens there. */
export const focusStops = {
  get: (issue: IssueId): PassageId | null => stops.get(issue) ?? null,
  set: (issue: IssueId, passage: PassageId): void => {
    stops.delete(issue);
    stops.set(issue, passage);
    for (const oldest of stops.keys()) {
      if (stops.size <= MOST_KEPT) return;
      stops.delete(oldest);
    }
  },
  clear: (): void => stops.clear(),
  [Symbol.iterator]: () => stops[Symbol.iterator](),
};
