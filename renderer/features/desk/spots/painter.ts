import type { PassageId } from '#core/model/ids.ts';
import { stopOf } from '../../../state/desk-outline.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { deskStore } from '../../../state/desk.ts';
import { rangeOf, textElement } from './range.ts';
import { Sight } from './sight.ts';
import { sameSpot } from './spot.ts';
import type { Spot } from './spot.ts';

type Drawn = { readonly spots: readonly Spot[]; readonly element: HTMLElement; readonly shown: readonly unknown[]; ranges: readonly Range[] };

/** What a passage's drawing hangs on: as long as it is the same, so is the text in the window. A text in an editor is never taken for the same. */
function shownOf(id: PassageId): readonly unknown[] {
  const { page } = deskStore.getState();
  const { view, writing } = deskViewStore.getState();
  const isWritten = writing?.passage === id;
  return [page && stopOf(page.issue, id)?.passage.pieces, view, isWritten ? writing : null, isWritten ? {} : null];
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

/**
 * Marks stretches of text under one name of the style sheet (`::highlight(name)`), without changing what is drawn: nothing is laid out or read
 * out anew. Only passages whose text or spots have changed are gone through again. Of all places only those in sight or near it are marked: with every change of
 * a window Chromium makes all its marks anew and paints each text that bears one (a quarter of what a key cost on a page with 60 findings).
 */
export class Painter {
  readonly #highlight = new Highlight();
  readonly #drawn = new Map<PassageId, Drawn>();
  readonly #sight: Sight | null;

  /** `priority`: of two marks on the same text the one with the higher is on top. `what`: one place that is gone to is marked at once, wherever it stands. */
  constructor(name: string, priority: number, what: 'all' | 'one') {
    this.#sight = what === 'one' ? null : new Sight((id, near) => {
      const drawn = this.#drawn.get(id);
      if (drawn) this.#mark(drawn, near);
    });
    this.#highlight.priority = priority;
    CSS.highlights.set(name, this.#highlight);
  }

  /** To be called when the text in the window is what the page says. */
  paint(spots: readonly Spot[]): void {
    const wanted = new Map<PassageId, Spot[]>();
    for (const spot of spots) {
      const own = wanted.get(spot.passage);
      if (own) own.push(spot);
      else wanted.set(spot.passage, [spot]);
    }
    for (const id of this.#drawn.keys()) {
      if (wanted.has(id)) continue;
      this.#wipe(id);
      this.#sight?.forget(id);
    }
    for (const [id, own] of wanted) this.#paintPassage(id, own);
  }

  /** Whether a mark on a passage is on no text any more: the editor has drawn anew what it was on. */
  isHurt(id: PassageId): boolean {
    return this.#drawn.get(id)?.ranges.some(({ collapsed }) => collapsed) ?? false;
  }

  #paintPassage(id: PassageId, spots: readonly Spot[]): void {
    const element = textElement(id);
    const shown = shownOf(id);
    const before = this.#drawn.get(id);
    if (before && before.element === element && same(before.shown, shown) && before.spots.length === spots.length && before.spots.every((one, i) => sameSpot(one, spots[i]!))) return;
    this.#wipe(id);
    if (!element) return;
    const drawn: Drawn = { spots, element, shown, ranges: [] };
    this.#drawn.set(id, drawn);
    this.#mark(drawn, this.#sight?.watch(id, element) ?? true);
  }

  #mark(drawn: Drawn, near: boolean): void {
    for (const range of drawn.ranges) this.#highlight.delete(range);
    drawn.ranges = near ? drawn.spots.flatMap((spot) => rangeOf(drawn.element, spot) ?? []) : [];
    for (const range of drawn.ranges) this.#highlight.add(range);
  }

  #wipe(id: PassageId): void {
    const drawn = this.#drawn.get(id);
    if (drawn) this.#mark(drawn, false);
    this.#drawn.delete(id);
  }
}
