import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Finding } from '#core/checks/check.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { useDeskPage } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { rangeOf, textElement } from '../spots/range.ts';
import { messageOf } from './message.ts';
import { useFindingHere } from './findings-store.ts';

/**
 * Says between the lines, above the stretch one went to, what is found there and what the keys answer: as a proofreader's mark stands, it covers
 * no text and moves none. It is announced and stands in the list too, so that it is for the eye alone. In a text that is written it is silent.
 */
export const FindingNote = memo(function FindingNote() {
  const here = useFindingHere();
  const isRead = useDeskView(({ view, writing }) => view !== 'printed' && writing === null);
  return here && isRead ? <Note finding={here} /> : null;
});

function Note({ finding }: { readonly finding: Finding }) {
  const t = useT();
  const note = useRef<HTMLParagraphElement>(null);
  const issue = useDeskPage((page) => page?.issue);
  const place = useCallback(() => {
    const column = note.current?.parentElement;
    const text = textElement(finding.passage);
    const at = text && rangeOf(text, { passage: finding.passage, ...finding.range })?.getClientRects()[0];
    if (!note.current || !column) return;
    note.current.hidden = !at;
    if (!at) return;
    const frame = column.getBoundingClientRect();
    note.current.style.top = `${at.top - frame.top}px`;
    note.current.style.left = `${Math.max(0, Math.min(at.left, text.getBoundingClientRect().right - note.current.offsetWidth) - frame.left)}px`;
  }, [finding]);
  useLayoutEffect(place, [place, issue, t]);
  useEffect(() => {
    const observer = new ResizeObserver(place); // whatever moves the text changes the height or the width of its column
    if (note.current?.parentElement) observer.observe(note.current.parentElement);
    return () => observer.disconnect();
  }, [place]);
  return (
    <p ref={note} className="finding-note" aria-hidden="true">
      {messageOf(t, finding)}
      {finding.suggestions.length > 0 && <span><CommandKeys of="desk.accept" /> {t('findings.mend')}</span>}
      <span><CommandKeys of="desk.reject" /> {t('findings.dismiss')}</span>
    </p>
  );
}
