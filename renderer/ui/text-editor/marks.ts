import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

/** What is said about a stretch or a place of the text. `fold`: a line end that reads as nothing, or as a space. */
export type Mark =
  | { readonly kind: 'struck'; readonly from: number; readonly to: number }
  | { readonly kind: 'added'; readonly from: number; readonly to: number }
  | { readonly kind: 'fold'; readonly from: number; readonly to: number; readonly space: boolean }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number; readonly label: string }
  | { readonly kind: 'seam'; readonly from: number; readonly label: string };

/** A text with what is said about it: all that the editor shows. */
export type Marked = { readonly text: string; readonly marks: readonly Mark[] };

class Sign extends WidgetType {
  readonly className: string;
  readonly text: string;
  readonly label: string;

  constructor(className: string, text: string, label: string) {
    super();
    this.className = className;
    this.text = text;
    this.label = label;
  }

  override eq(other: Sign): boolean {
    return other.className === this.className && other.text === this.text && other.label === this.label;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = this.className;
    element.textContent = this.text;
    if (this.label) element.title = this.label;
    return element;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

const struck = Decoration.mark({ class: 'struck', tagName: 'del' });
const added = Decoration.mark({ class: 'added', tagName: 'ins' });
const folded = Decoration.replace({});
const foldedToSpace = Decoration.replace({ widget: new Sign('', ' ', '') });

function drawn(mark: Mark): Range<Decoration> {
  switch (mark.kind) {
    case 'struck':
      return struck.range(mark.from, mark.to);
    case 'added':
      return added.range(mark.from, mark.to);
    case 'fold':
      return (mark.space ? foldedToSpace : folded).range(mark.from, mark.to);
    case 'gap':
      return Decoration.replace({ widget: new Sign('gap', mark.label, '') }).range(mark.from, mark.to);
    case 'seam':
      return Decoration.widget({ widget: new Sign('seam', '⌇', mark.label), side: -1 }).range(mark.from);
  }
}

type Drawn = { readonly marks: readonly Mark[]; readonly decorations: DecorationSet; readonly solid: DecorationSet };

function draw(marks: readonly Mark[]): Drawn {
  const whole = marks.filter(({ kind }) => kind === 'gap' || kind === 'fold');
  return { marks, decorations: Decoration.set(marks.map(drawn), true), solid: Decoration.set(whole.map(drawn), true) };
}

export const setMarks = StateEffect.define<readonly Mark[]>();

/** The marks as they are drawn. Between the answers of whoever keeps the text (while an input method composes) they move with the text. */
const field = StateField.define<Drawn>({
  create: () => draw([]),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return draw(effect.value);
    if (!transaction.docChanged) return value;
    return { ...value, decorations: value.decorations.map(transaction.changes), solid: value.solid.map(transaction.changes) };
  },
  provide: (self) => [
    EditorView.decorations.from(self, ({ decorations }) => decorations),
    EditorView.atomicRanges.of((view) => view.state.field(self).solid),
  ],
});

/** The marks of a state, drawn. `marks`: those it begins with. */
export const marksExtension = (marks: readonly Mark[]) => field.init(() => draw(marks));

/** What is said about the text, as last told. */
export const marksOf = (state: EditorState): readonly Mark[] => state.field(field).marks;

/** Where a run of struck or folded text beside the caret ends: what is taken out already is not taken out again. */
export function pastTakenOut(state: EditorState, at: number, step: -1 | 1): number {
  const out = marksOf(state).filter((mark) => mark.kind === 'struck' || mark.kind === 'fold');
  let here = at;
  for (;;) {
    const next = out.find((mark) => (step < 0 ? mark.to === here : mark.from === here));
    if (!next) return here;
    here = step < 0 ? next.from : next.to;
  }
}
