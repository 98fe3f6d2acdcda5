import { memo, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useDeskView } from '../../../state/desk-view.ts';
import { useDesk } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { useWhole } from '../articles/building.ts';
import { bringSpot } from '../spots/bring.ts';
import { Painter } from '../spots/painter.ts';
import { sameSpot } from '../spots/spot.ts';
import type { Spot } from '../spots/spot.ts';
import { closeFind, enterHit, look, stepFind, useFind } from './find-store.ts';
import { hitsOf } from './hits.ts';
import './find.css';

const NONE: readonly Spot[] = [];

let painters: { readonly all: Painter; readonly current: Painter } | null = null;

/** Draws the hits. The text must have been drawn before: this stands behind it. */
export const FoundSpots = memo(function FoundSpots() {
  const isOpen = useFind((state) => state.isOpen);
  const current = useFind((state) => (state.isOpen ? state.current : null));
  const shown = useFind((state) => state.shown);
  const writing = useDeskView((state) => (state.writing && isOpen ? state.writing : null));
  const hits = useHits();
  const whole = useWhole(); // what is not drawn cannot be marked
  useEffect(() => {
    if (!painters && hits.length === 0) return;
    painters ??= { all: new Painter('found', 1, 'all'), current: new Painter('found-here', 2, 'one') };
    painters.all.paint(hits);
    painters.current.paint(hits.filter((hit) => sameSpot(hit, current)));
  }, [hits, current, writing, whole]);
  useEffect(() => (current ? bringSpot(current) : undefined), [current, shown]);
  return null;
});

/** The hits on the page as it stands; none while the bar is closed. */
function useHits(): readonly Spot[] {
  const words = useFind((state) => (state.isOpen ? state.words : ''));
  const view = useDeskView((state) => state.view);
  const issue = useDesk((state) => (words === '' ? null : (state.page?.issue ?? null)));
  return useMemo(() => (issue ? hitsOf(issue, view, words) : NONE), [issue, view, words]);
}

/** Looks for words on the page. */
export function FindBar() {
  return useFind((state) => state.isOpen) ? <OpenBar /> : null;
}

let answered = 0; // how often the field has taken the keyboard

function OpenBar() {
  const t = useT();
  const words = useFind((state) => state.words);
  const asked = useFind((state) => state.asked);
  const current = useFind((state) => state.current);
  const hits = useHits();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked === answered) return; // shown by F3: the text keeps the keyboard
    answered = asked;
    bar.current?.querySelector('input')?.select();
  }, [asked]);
  const nth = hits.findIndex((hit) => sameSpot(hit, current)) + 1;
  const none = words !== '' && hits.length === 0;
  return (
    <div ref={bar} className="find-bar" role="search" aria-label={t('find.title')} onKeyDown={onKey}>
      <Field aria-label={t('find.label')} placeholder={t('find.label')} value={words} invalid={none} onChange={look} />
      <output className="find-count" aria-live="polite">
        {none ? t('find.none') : words !== '' && (
          <>
            <span aria-hidden="true">{nth === 0 ? '–' : nth} / {hits.length}</span>
            <span className="visually-hidden">{nth === 0 ? t('find.total', { count: hits.length }) : t('find.count', { nth, count: hits.length })}</span>
          </>
        )}
      </output>
      <button type="button" title={t('command.desk.find-previous')} disabled={hits.length === 0} onClick={() => stepFind(-1)}>↑ <CommandKeys of="desk.findPrevious" /></button>
      <button type="button" title={t('command.desk.find-next')} disabled={hits.length === 0} onClick={() => stepFind(1)}>↓ <CommandKeys of="desk.findNext" /></button>
      <button type="button" title={t('find.enter')} disabled={!current} onClick={enterHit}>{t('find.enter-short')} <Kbd keys="ArrowDown" /></button>
      <button type="button" className="find-close" aria-label={t('find.close')} title={t('find.close')} onClick={closeFind}><Icon name="close" /></button>
    </div>
  );
}

/** Keys in the bar. Undo is the field's own here, and the page is not approved from it. */
function onKey(event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, metaKey, nativeEvent } = event;
  if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
  if (ctrlKey || metaKey) {
    if (key === 'Enter' || /^[zy]$/i.test(key)) event.stopPropagation();
    return;
  }
  const inField = event.target instanceof HTMLInputElement;
  if (key === 'Escape') closeFind();
  else if (key === 'Enter' && inField) stepFind(shiftKey ? -1 : 1);
  else if (key === 'ArrowDown' && inField) enterHit();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
