import { openDoubts } from './desk-doubts.ts';
import type { Doubt } from './desk-doubts.ts';
import { structureOf } from './desk-structure.ts';
import type { Structure } from './desk-structure.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';

type Known = { readonly structure: Structure; readonly decisions: Page['decisions']; readonly settled: Page['settled']; readonly doubts: readonly Doubt[] };

const NONE: readonly Doubt[] = [];
let known: Known | null = null;

/** What still wants a decision on the page, in reading order; the same list while nothing it depends on has changed. Text is not among that. */
export function doubtsNow(): readonly Doubt[] {
  const { page } = deskStore.getState();
  if (!page) return NONE;
  const { settled } = page;
  const structure = structureOf(page.issue);
  if (known?.structure !== structure || known.decisions !== page.decisions || known.settled !== settled) {
    known = { structure, decisions: page.decisions, settled, doubts: openDoubts(page.issue, page.decisions, settled) };
  }
  return known.doubts;
}
