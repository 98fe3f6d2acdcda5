import { deleteCharBackward, deleteCharForward, standardKeymap } from '@codemirror/commands';
import { Annotation, EditorSelection, EditorState, Prec } from '@codemirror/state';
import type { ChangeSet, Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { afterPaint } from '../after-paint.ts';
import { difference } from '#util/difference.ts';
import { canBeAsked } from './places.ts';
import { marksExtension, pastTakenOut, setMarks } from './marks.ts';
import type { Marked } from './marks.ts';
import { wordKeys } from './word-keys.ts';

/** What the user did to the text: a stretch of it and what is to take its place. */
export type TypedChange = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly composed: boolean; // by an input method, from its beginning to its end
  readonly forward: boolean; // with Delete
};

/** Who keeps the text. The editor changes nothing by itself: it tells what was typed and shows the answer. */
export type Host = {
  readonly label: () => string;
  /** Makes a change. Gives what is to be shown afterwards and the caret in it, or null if it was not made. */
  readonly onType: (change: TypedChange) => { readonly value: Marked; readonly caret: number } | null;
  readonly onLeave: () => void;
  readonly onEnter: (at: number, shift: boolean) => void;
  /** The caret was moved up from the first line (-1) or down from the last (1). */
  readonly onEdge: (step: -1 | 1) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** A place in the text; with `to`, the stretch up to there. */
export type Caret = { readonly at: number; readonly to?: number };

export type Editor = {
  readonly view: EditorView;
  /** Shows a text that was changed from elsewhere (an undo). Waits for a composition to end. */
  readonly show: (value: Marked) => void;
  /** Puts the caret somewhere, and the keyboard with it. */
  readonly put: (caret: Caret) => void;
  readonly destroy: () => void;
};

const answered = Annotation.define<true>();

/** A text that is typed goes into one paragraph: without line ends, and without characters that no file would give back. */
function clean(text: string): string {
  return text.replace(/[\r\n\u2028\u2029\uFFFC]+/gu, '').replaceAll('\0', '').toWellFormed();
}

/** All that a set of changes does, as one stretch of the text before and what stands there afterwards. */
function asOne(changes: ChangeSet, after: EditorState['doc']): { from: number; to: number; text: string } | null {
  let [from, to, end] = [-1, -1, -1];
  changes.iterChangedRanges((fromA, toA, _fromB, toB) => {
    if (from < 0) from = fromA;
    [to, end] = [toA, toB];
  });
  return from < 0 ? null : { from, to, text: after.sliceString(from, end) };
}

// The page's policy lets in one inline style sheet, the one that bears its nonce; a page without a policy has none.
function nonce(): string {
  return document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Makes the editor inside `parent`. Its own history is off: undo belongs to the journal. */
export function createEditor(parent: HTMLElement, value: Marked, { at, to = at }: Caret, host: Host): Editor {
  let shown = value; // as last told by the host
  let composition: { changes: ChangeSet; later: Marked | null } | null = null;

  const put = (next: Marked, at: number | null): void => {
    const change = difference(view.state.doc.toString(), next.text);
    shown = next;
    const length = next.text.length;
    view.update([
      view.state.update({
        ...(change ? { changes: change } : {}),
        ...(at === null ? {} : { selection: EditorSelection.cursor(Math.min(at, length)) }),
        effects: setMarks.of(next.marks),
        annotations: answered.of(true),
      }),
    ]);
    if (at !== null) afterPaint(bringCaret);
  };

  // Where the caret stands is measured when nothing has to be laid out for it. Mostly it is in sight: the browser itself follows what is typed.
  const bringCaret = (): void => {
    const at = view.hasFocus ? view.coordsAtPos(view.state.selection.main.head) : null;
    if (!at || [at.top + 1, at.bottom - 1].every((y) => view.dom.contains(document.elementFromPoint(at.left, y)))) return;
    view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) });
  };

  const typed = (change: { from: number; to: number; text: string }, composed: boolean, forward: boolean): void => {
    const answer = host.onType({ ...change, text: clean(change.text), composed, forward });
    if (answer) put(answer.value, answer.caret);
    else if (composed) put(shown, change.from);
  };

  const endComposition = (): void => {
    if (!composition) return;
    const { changes, later } = composition;
    composition = null;
    const change = asOne(changes, view.state.doc);
    if (change && (change.text !== '' || change.to > change.from)) typed(change, true, false);
    else put(later ?? shown, null);
  };

  const view: EditorView = new EditorView({
    parent,
    state: EditorState.create({
      doc: value.text,
      selection: within(at, to, value.text.length),
      extensions: [
        EditorState.lineSeparator.of('\n'), // a carriage return is a character like any other: offsets are those of the text
        EditorView.cspNonce.of(nonce()),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(() => ({ 'aria-label': host.label(), spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off' })),
        marksExtension(value.marks),
        wordKeys(),
        Prec.high(keymap.of([
          { key: 'Escape', run: () => (host.onLeave(), true) },
          { key: 'Enter', run: ({ state }) => (host.onEnter(state.selection.main.head, false), true), shift: ({ state }) => (host.onEnter(state.selection.main.head, true), true) },
          { key: 'Mod-]', run: ({ state }) => (host.onEnter(state.selection.main.head, false), true) },
          { key: 'Backspace', run: (self) => takeOut(self, -1) },
          { key: 'Delete', run: (self) => takeOut(self, 1) },
          { key: 'ArrowUp', run: (self) => leaveAtEdge(self, -1, host) },
          { key: 'ArrowDown', run: (self) => leaveAtEdge(self, 1, host) },
        ])),
        keymap.of(standardKeymap.filter(({ key }) => key !== 'Enter' && key !== 'Mod-Enter')),
        EditorView.domEventHandlers({
          dragstart: () => true, // text is moved by cutting and pasting: a drag would be two changes far apart
          compositionend: () => {
            // What the input method leaves in the page is read a moment after this event.
            setTimeout(() => {
              if (!view.composing) endComposition();
            }, 60);
          },
          beforeinput: ({ inputType }) => {
            if (inputType === 'historyUndo') host.onUndo();
            else if (inputType === 'historyRedo') host.onRedo();
            else return false;
            return true;
          },
        }),
      ],
    }),
    dispatchTransactions: (transactions) => {
      for (const transaction of transactions) {
        if (!transaction.docChanged || transaction.annotation(answered)) {
          view.update([transaction]);
        } else if (view.composing || composition || transaction.isUserEvent('input.type.compose')) {
          composition = { changes: composition ? composition.changes.compose(transaction.changes) : transaction.changes, later: composition?.later ?? null };
          view.update([transaction]);
          if (!view.compositionStarted && !isComposing(transaction)) endComposition();
        } else {
          const change = asOne(transaction.changes, transaction.newDoc);
          if (change) typed(change, false, transaction.isUserEvent('delete.forward'));
          return; // the text is the answer's now: what followed was meant for another
        }
      }
    },
  });

  canBeAsked(view);
  return {
    view,
    show: (next) => {
      if (composition) composition.later = next;
      else if (next !== shown) put(next, null);
    },
    put: ({ at, to = at }) => {
      view.dispatch({ selection: within(at, to, view.state.doc.length) });
      view.focus();
    },
    destroy: () => {
      endComposition();
      view.destroy();
    },
  };
}

const within = (at: number, to: number, length: number) => EditorSelection.single(Math.min(at, length), Math.min(to, length));

const isComposing = (transaction: Transaction) => transaction.isUserEvent('input.type.compose');

/** Takes out the character beside the caret, passing over what is struck already. */
function takeOut(view: EditorView, step: -1 | 1): boolean {
  const { main } = view.state.selection;
  if (main.empty) {
    const at = pastTakenOut(view.state, main.head, step);
    if (at !== main.head) view.dispatch({ selection: EditorSelection.cursor(at) });
  }
  return (step < 0 ? deleteCharBackward : deleteCharForward)(view);
}

function leaveAtEdge(view: EditorView, step: -1 | 1, host: Host): boolean {
  const { main } = view.state.selection;
  const there = view.moveVertically(EditorSelection.cursor(main.head), step > 0);
  const [a, b] = [view.coordsAtPos(main.head), view.coordsAtPos(there.head)];
  if (a && b && Math.abs(a.top - b.top) > 2) return false;
  host.onEdge(step);
  return true;
}
