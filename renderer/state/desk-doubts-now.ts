import type { PassageId } from '#core/model/ids.ts';
import { askingStore } from './desk-asking.ts';
import type { Asking } from './desk-asking.ts';
import { openDoubts } from './desk-doubts.ts';
import type { Doubt } from './desk-doubts.ts';
import { structureOf } from './desk-structure.ts';
import type { Structure } from './desk-structure.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';

type Known = {
  readonly structure: Structure;
  readonly decisions: Page['decisions'];
  readonly settled: Page['settled'];
  readonly asking: Asking;
  readonly doubts: readonly Doubt[];
  readonly byPassage: ReadonlyMap<PassageId, readonly Doubt[]>;
};

const NONE: readonly Doubt[] = [];
let known: Known | null = null;

function knownNow(): Known | null {
  const { page } = deskStore.getState();
  if (!page) return null;
  const { settled, decisions } = page;
  const structure = structureOf(page.issue);
  const asking = askingStore.getState();
  if (known?.structure !== structure || known.decisions !== decisions || known.settled !== settled || known.asking !== asking) {
    const doubts = openDoubts(page.issue, decisions, settled, asking);
    const before = known?.byPassage;
    const byPassage = new Map<PassageId, readonly Doubt[]>();
    for (const doubt of doubts) byPassage.set(doubt.passage, [...(byPassage.get(doubt.passage) ?? []), doubt]);
    for (const [passage, list] of byPassage) {
      const same = before?.get(passage);
      if (same && JSON.stringify(same) === JSON.stringify(list)) byPassage.set(passage, same);
    }
    known = { structure, decisions, settled, asking, doubts, byPassage };
  }
  return known;
}

/** What still wants a decision on the page, in reading order; the same list while nothing it depends on has changed. Text is not among that. */
export const doubtsNow = (): readonly Doubt[] => knownNow()?.doubts ?? NONE;

const NOWHERE: ReadonlyMap<PassageId, readonly Doubt[]> = new Map();

/** What of that is put at each passage, where anything is; the same list while it says the same. */
export const doubtsByPassage = (): ReadonlyMap<PassageId, readonly Doubt[]> => knownNow()?.byPassage ?? NOWHERE;
