import type { Passage } from '#core/model/issue.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { outlineOf, stopOf } from '../../../state/desk-outline.ts';
import { planBreakAt, planCutAt } from '../../../state/desk-plan-text.ts';
import { closeRun } from '../../../state/desk-run.ts';
import { only } from '../../../state/desk-selection.ts';
import { type } from '../../../state/desk-type.ts';
import { redo, undo } from '../../../state/desk-undo.ts';
import { drawnLater } from '../../../state/shown.ts';
import { deskViewStore, select, write } from '../../../state/desk-view.ts';
import type { View, Writing } from '../../../state/desk-view.ts';
import { deskStore, openedPage, shownDesk } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { piecesLength } from '#core/model/pieces.ts';
import { isVerse } from '#core/model/verse.ts';
import { strike } from '../../../ui/burst.ts';
import { TextEditor } from '../../../ui/text-editor/index.ts';
import type { Marked } from '../../../ui/text-editor/index.ts';
import { markedText } from './marked-text.ts';

type Props = { readonly passage: Passage; readonly source: string; readonly view: View; readonly at: Writing };

/**
 * A passage's text being written in, marked-up or as emended; in the printed view marked-up, for there what is typed would not be seen. Every change is
 * an edit of the page at once; there is nothing to confirm.
 */
export function PassageEditor({ passage, source, view, at: place }: Props) {
  const t = useT();
  const { id, role } = passage;
  const verse = isVerse(source, passage); // typing does not change what its lines are
  const piecesNow = () => {
    const issue = deskStore.getState().page?.issue;
    return issue?.source === source ? stopOf(issue, id)?.passage.pieces : undefined; // another page is about to be drawn
  };
  return (
    <TextEditor
      value={() => markedOnce(source, piecesNow() ?? passage.pieces, t, view, verse)}
      follow={shownDesk.subscribe}
      caret={place}
      label={t('desk.editing', { role: t(`desk.role.${role}`) })}
      onType={(change) => {
        strike();
        const caret = drawnLater(() => type({ passage: id, ...change }, performance.now())); // the editor draws it itself
        const after = piecesNow();
        return caret === null || !after ? null : { value: markedOnce(source, after, t, view, verse), caret };
      }}
      onLeave={() => {
        closeRun();
        write(null);
      }}
      onEnter={(at, shift) => {
        closeRun();
        const before = deskViewStore.getState().selection;
        if (!act((shift ? planCutAt : planBreakAt)(planContext(), id, at))) return;
        const lower = deskViewStore.getState().selection;
        if (lower && lower !== before) write({ kind: 'text', passage: lower.focus, at: 0 });
      }}
      onEdge={(step) => {
        const { stops, at } = outlineOf(openedPage().issue);
        const next = stops[(at.get(id) ?? 0) + step]?.passage;
        if (!next) return;
        select(only(next.id));
        write({ kind: 'text', passage: next.id, at: step < 0 ? piecesLength(next.pieces) : 0 });
      }}
      onUndo={() => void undo()}
      onRedo={() => void redo()}
    />
  );
}

let last: { readonly of: Parameters<typeof markedText>; readonly value: Marked } | null = null;

/** The same object while it is asked for the same: what the editor has shown already it need not compare. */
function markedOnce(...of: Parameters<typeof markedText>): Marked {
  if (!last?.of.every((one, i) => one === of[i])) last = { of, value: markedText(...of) };
  return last.value;
}
