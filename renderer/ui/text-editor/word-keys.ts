import { EditorSelection, Prec } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { MouseSelectionStyle } from '@codemirror/view';
import { marksOf } from './marks.ts';
import type { Mark } from './marks.ts';
import { stepWord, wordAt, wordsOf } from './words.ts';
import type { Word } from './words.ts';

let known: { readonly doc: EditorState['doc']; readonly marks: readonly Mark[]; readonly words: readonly Word[] } | null = null;

/** The words of what is in the editor; worked out once for a text, however often the caret moves in it. */
function wordsIn(state: EditorState): readonly Word[] {
  const marks = marksOf(state);
  if (known?.doc === state.doc && known.marks === marks) return known.words;
  const unread = marks.flatMap((mark) => (mark.kind === 'struck' || mark.kind === 'fold' ? [{ from: mark.from, to: mark.to, space: mark.kind === 'fold' && mark.space }] : []));
  const words = wordsOf(state.doc.toString(), unread);
  known = { doc: state.doc, marks, words };
  return words;
}

const there = ({ state }: EditorView, step: -1 | 1): number => stepWord(wordsIn(state), state.doc.length, state.selection.main.head, step);

function move(view: EditorView, step: -1 | 1, extend: boolean): boolean {
  const to = there(view, step);
  const selection = extend ? EditorSelection.range(view.state.selection.main.anchor, to) : EditorSelection.cursor(to);
  view.dispatch({ selection, scrollIntoView: true, userEvent: 'select' });
  return true;
}

/** Takes out the selection, else the word beside the caret. */
function takeOutWord(view: EditorView, step: -1 | 1): boolean {
  const { main } = view.state.selection;
  const to = main.empty ? there(view, step) : main.anchor;
  if (to !== main.head) {
    view.dispatch({ changes: { from: Math.min(main.head, to), to: Math.max(main.head, to) }, scrollIntoView: true, userEvent: step > 0 ? 'delete.forward' : 'delete.backward' });
  }
  return true;
}

/** A double click selects a word, and dragging on selects word by word. */
function byWords(view: EditorView, event: MouseEvent): MouseSelectionStyle | null {
  if (event.button !== 0 || event.detail !== 2) return null;
  const under = ({ clientX, clientY }: MouseEvent): Word => {
    const { pos, assoc } = view.posAndSideAtCoords({ x: clientX, y: clientY }, false);
    return wordAt(wordsIn(view.state), view.state.doc.length, pos, assoc);
  };
  let first = under(event);
  return {
    get: (now) => {
      const { from, to } = under(now);
      return from < first.from ? EditorSelection.single(first.to, from) : EditorSelection.single(first.from, Math.max(first.to, to));
    },
    update: ({ changes, docChanged }) => {
      if (docChanged) first = { from: changes.mapPos(first.from), to: changes.mapPos(first.to) };
      return docChanged;
    },
  };
}

/** Moving, selecting and taking out by words, as Chinese has them. */
export function wordKeys(): Extension {
  return [
    EditorView.mouseSelectionStyle.of(byWords),
    Prec.high(keymap.of([
      { key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft', run: (view) => move(view, -1, false), shift: (view) => move(view, -1, true), preventDefault: true },
      { key: 'Mod-ArrowRight', mac: 'Alt-ArrowRight', run: (view) => move(view, 1, false), shift: (view) => move(view, 1, true), preventDefault: true },
      { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: (view) => takeOutWord(view, -1), preventDefault: true },
      { key: 'Mod-Delete', mac: 'Alt-Delete', run: (view) => takeOutWord(view, 1), preventDefault: true },
    ])),
  ];
}
