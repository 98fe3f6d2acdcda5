import { rangeInEditor } from '../../../ui/text-editor/places.ts';
import type { Spot } from './spot.ts';

type End = { readonly node: Node; readonly offset: number };

/** The text of a passage as it stands in the window; null if it does not. */
export function textElement(passage: Spot['passage']): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-passage="${CSS.escape(passage)}"] .passage-text`);
}

/** Where a stretch of a passage's marked-up text is drawn; null if none of it is (its view leaves it out). */
export function rangeOf(element: HTMLElement, { from, to }: Spot): Range | null {
  const editor = element.querySelector<HTMLElement>('.text-editor');
  if (editor) return rangeInEditor(editor, from, to);
  let [start, end]: [End | null, End | null] = [null, null];
  for (const run of element.querySelectorAll<HTMLElement>('[data-from]')) {
    const at = Number(run.dataset['from']);
    const text = run.firstChild;
    const isGap = run.classList.contains('gap');
    if (run.classList.contains('seam') || !text) continue;
    const length = isGap ? 1 : (text.nodeValue ?? '').length;
    const place = (offset: number): End => (isGap ? { node: run, offset: offset === 0 ? 0 : run.childNodes.length } : { node: text, offset });
    if (at >= to || at + length <= from) continue;
    start ??= place(Math.max(0, from - at));
    end = place(Math.min(length, to - at));
  }
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
