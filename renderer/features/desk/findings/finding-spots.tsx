import { memo, useEffect } from 'react';
import type { Finding } from '#core/checks/check.ts';
import { findingsNow } from '../../../state/desk-findings.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { deskStore, useDeskPage } from '../../../state/desk.ts';
import { useWhole } from '../articles/building.ts';
import { bringSpot } from '../spots/bring.ts';
import { Painter } from '../spots/painter.ts';
import type { Spot } from '../spots/spot.ts';
import { useFindingHere, useFindings, useShown } from './findings-store.ts';
import './findings.css';

const spotOf = ({ passage, range }: Finding): Spot => ({ passage, ...range });

let painters: { readonly all: Painter; readonly here: Painter } | null = null;

/** Underlines what the checks find, in the read and in the edited text. As printed nothing is: findings are about the text as emended. */
export const FindingSpots = memo(function FindingSpots() {
  const findings = useFindings();
  const here = useFindingHere();
  const shown = useShown();
  const view = useDeskView((state) => state.view);
  const writing = useDeskView((state) => state.writing);
  const issue = useDeskPage((page) => page?.issue);
  const whole = useWhole(); // what is not drawn cannot be underlined
  useEffect(() => {
    if (!painters && findings.length === 0) return;
    painters ??= { all: new Painter('finding', 0, 'all'), here: new Painter('finding-here', 0, 'one') };
    const drawn = view === 'printed' && !writing ? [] : findings;
    painters.all.paint(drawn.map(spotOf));
    painters.here.paint(here && drawn.includes(here) ? [spotOf(here)] : []);
  }, [findings, here, view, writing, issue, whole]);
  useEffect(() => {
    if (writing?.kind !== 'text') return;
    const mend = () => {
      if (painters?.all.isHurt(writing.passage)) painters.all.paint(findingsNow().map(spotOf));
    };
    return deskStore.subscribe(() => queueMicrotask(mend)); // once the editor shows it, before it is painted
  }, [writing]);
  const at = here?.passage ?? null;
  useEffect(() => {
    const parts = at === null ? [] : [...document.querySelectorAll(`.articles [data-passage="${CSS.escape(at)}"], #question-${CSS.escape(at)}`)];
    for (const part of parts) part.toggleAttribute('data-finding-here', true);
    return () => parts.forEach((part) => part.toggleAttribute('data-finding-here', false));
  }, [at]);
  useEffect(() => (here && shown > 0 ? bringSpot(spotOf(here)) : undefined), [here, shown]);
  return null;
});
