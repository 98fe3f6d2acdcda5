import type { EditorView } from '@codemirror/view';

// Found by their elements without the editor's own code: this is asked by keys that are there from the start, the editor comes with the desk.
const views = new WeakMap<Element, EditorView>();

/** Makes an editor one that can be asked. */
export function canBeAsked(view: EditorView): void {
  views.set(view.dom, view);
}

const viewIn = (element: Element | null): EditorView | null => {
  const editor = element?.querySelector('.cm-editor');
  return (editor && views.get(editor)) ?? null;
};

/** Where the caret stands in the editor that an element holds; null if it holds none. */
export function caretIn(element: Element | null): number | null {
  return viewIn(element)?.state.selection.main.head ?? null;
}

/** Where a stretch of the text is drawn in the editor that an element holds; null if it holds none, or the text is shorter. */
export function rangeInEditor(element: Element, from: number, to: number): Range | null {
  const view = viewIn(element);
  if (!view || to > view.state.doc.length) return null;
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
