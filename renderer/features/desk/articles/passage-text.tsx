import { Fragment, memo } from 'react';
import type { ReactNode } from 'react';
import type { Issue } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import { GAP_MARK } from '#core/model/reading.ts';
import type { View } from '../../../state/desk-view.ts';
import { accept, reject } from '../../../state/desk-work.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import type { Translate } from '#strings/index.ts';
import { runsOf } from '../passage-runs.ts';
import type { Run } from '../passage-runs.ts';

type Props = {
  readonly source: Issue['source'];
  readonly pieces: readonly Piece[];
  readonly view: View;
  readonly verse: boolean; // its lines are kept
  readonly joinDoubt: number | null; // confidence, where the joins of this passage want a decision
  /** A gap that is being filled: the field that stands in its place. */
  readonly filling?: { readonly at: number; readonly field: ReactNode };
};

/** A passage's text, to be read. Drawn anew only when its pieces change. */
export const PassageText = memo(function PassageText({ source, pieces, view, verse, joinDoubt, filling }: Props) {
  return runsOf(source, pieces, view, verse).map((run) => (filling && run.kind === 'gap' && run.from === filling.at
    ? <Fragment key="filling">{filling.field}</Fragment>
    : <Piece key={`${run.kind} ${run.from}`} run={run} joinDoubt={joinDoubt} />));
});

/** The words for a gap of so many characters. */
export function gapLabel(t: Translate, extent: number | null): string {
  return extent === null ? t('desk.gap-unknown') : t('desk.gap', { count: extent });
}

function Piece({ run, joinDoubt }: { readonly run: Run; readonly joinDoubt: number | null }) {
  switch (run.kind) {
    case 'kept':
      return <span data-from={run.from}>{run.text}</span>;
    case 'struck':
      return <del className="struck" data-from={run.from}>{run.text}</del>;
    case 'added':
      return <ins className="added" data-from={run.from}>{run.text}</ins>;
    case 'gap':
      return <Gap run={run} />;
    case 'seam':
      return <Seam run={run} joinDoubt={joinDoubt} />;
    case 'space':
      return ' ';
    case 'line':
      return <span data-from={run.from}>{'\n'}</span>;
  }
}

function Gap({ run }: { readonly run: Run & { readonly kind: 'gap' } }) {
  return <span className="gap" data-from={run.from}>{gapLabel(useT(), run.extent)}</span>;
}

function Seam({ run, joinDoubt }: { readonly run: Run & { readonly kind: 'seam' }; readonly joinDoubt: number | null }) {
  const t = useT();
  const held = useHeld();
  if (joinDoubt === null) return <span className="seam" title={t('desk.joined')} data-from={run.from}>⌇</span>;
  return (
    <span className="seam doubtful" data-from={run.from}>
      ⌇<small>{t('desk.joined-doubt', { value: joinDoubt.toFixed(2) })}</small>
      <span className="seam-answers">
        <button type="button" className="word-button" {...held} onClick={accept}>{t('desk.yes')} <CommandKeys of="desk.accept" /></button>
        <button type="button" className="word-button" {...held} onClick={reject}>{t('desk.no')} <CommandKeys of="desk.reject" /></button>
      </span>
    </span>
  );
}

/** The place of the marked-up text under a point of the window; null if there is no text of a passage. */
export function placeAt(x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  const node = caret?.offsetNode;
  const run = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-from]');
  if (!caret || !run) return null;
  const isWhole = run.matches('.gap, .seam');
  const isLost = run.textContent.replaceAll(GAP_MARK, '') === ''; // one place, however many squares stand for it
  return Number(run.dataset['from']) + (isWhole ? 0 : isLost ? Math.min(1, caret.offset) : caret.offset);
}
