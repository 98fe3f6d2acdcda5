import { useEffect, useMemo, useRef } from 'react';
import type { Side, Strands } from '#core/strands/strands.ts';
import { isOne } from '#core/strands/deal.ts';
import { useHeadline, usePosition } from '../../../state/desk-parts.ts';
import { useT } from '../../../state/language.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Confidence } from '../../../ui/confidence.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { openDialog } from '../../../ui/open-dialogs.ts';
import { bandOf } from '../source-rows.ts';
import { flipHere, goToFragment, isOfText, keepStrands, leaveStrands, meetKey, seamsIn, stepFragment, useStrands } from './strands-store.ts';
import './strands.css';

const SHOWN = 120; // characters of a fragment; of a longer one its beginning and its end, which are what meets

const KEYS: Readonly<Record<string, () => void>> = {
  KeyJ: () => stepFragment(1), ArrowDown: () => stepFragment(1), KeyK: () => stepFragment(-1), ArrowUp: () => stepFragment(-1),
  Enter: keepStrands, NumpadEnter: keepStrands, KeyA: keepStrands, Escape: leaveStrands,
};

/** Two articles side by side, in the order of the source; nothing where none are taken apart. */
export function StrandsView() {
  const strands = useStrands((state) => state.strands);
  return strands && <Open strands={strands} />;
}

function Open({ strands }: { readonly strands: Strands }) {
  const t = useT();
  const at = useStrands((state) => state.at);
  const list = useRef<HTMLDivElement>(null);
  const above = useMemo(() => new Map(seamsIn(strands).map(([upper, lower]) => [lower, upper])), [strands]);
  const flipped = strands.fragments.filter(({ side, was }) => side !== was).length;
  useStrandKeys();
  useEffect(() => list.current?.focus(), []);
  useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [at]);
  return (
    <div className="strands">
      <div className="strands-bar">
        <span>{t('strands.flipped-count', { count: flipped })}</span>
        <span className="strands-keys">{t('strands.flip')} <CommandKeys of="desk.flip" /> {t('strands.flip-run')} <CommandKeys of="desk.strands" /></span>
        <Button look="main" onClick={keepStrands}>{t('strands.keep')} <Kbd keys="Enter" /></Button>
        <Button look="quiet" onClick={leaveStrands}>{t('strands.leave')} <Kbd keys="Escape" /></Button>
      </div>
      <div className="strands-heads"><Head strands={strands} side={0} /><Head strands={strands} side={1} /></div>
      <div ref={list} className="strands-list" role="listbox" tabIndex={0} aria-label={t('strands.title')} aria-activedescendant={`fragment-${at}`}>
        {strands.fragments.map((_, i) => <Row key={i} strands={strands} place={i} above={above.get(i) ?? null} selected={i === at} />)}
      </div>
    </div>
  );
}

/** The keys of a list that is worked through; those that flip are commands. A says yes here as everywhere. */
function useStrandKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const run = KEYS[event.code];
      const elsewhere = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable=true], dialog, button') !== null;
      if (!run || elsewhere || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || openDialog()) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}

function useBand(strands: Strands, side: Side): string {
  return `var(--band-${bandOf(Math.max(0, usePosition(strands.articles[side])))})`;
}

function Head({ strands, side }: { readonly strands: Strands; readonly side: Side }) {
  const t = useT();
  const number = usePosition(strands.articles[side]) + 1;
  return <h3 style={{ '--band': useBand(strands, side) }}>{t('desk.article', { number })} <span lang="zh-Hans">{useHeadline(strands.articles[side])}</span></h3>;
}

type RowProps = { readonly strands: Strands; readonly place: number; readonly above: number | null; readonly selected: boolean };

function Row({ strands, place, above, selected }: RowProps) {
  const t = useT();
  const { side, was, role, text } = strands.fragments[place]!;
  return (
    <div
      id={`fragment-${place}`}
      className={`strand side-${side} ${side === was ? '' : 'flipped'}`}
      role="option"
      aria-selected={selected}
      style={{ '--band': useBand(strands, side), gridRow: place + 1 }}
      onClick={() => goToFragment(place)}
      onDoubleClick={() => flipHere(false)}
    >
      {above !== null && isOfText(strands, above, place) && <Seam strands={strands} above={above} below={place} />}
      <span className="strand-role">{t(`desk.role.${role}`)}{side !== was && ` · ${t('strands.moved')}`}</span>
      <span className="strand-text" lang="zh-Hans">{text.length > SHOWN ? `${text.slice(0, SHOWN / 2)} … ${text.slice(-SHOWN / 2)}` : text}</span>
    </div>
  );
}

/** How well a fragment goes on with the one above it on its side. */
function Seam({ strands, above, below }: { readonly strands: Strands; readonly above: number; readonly below: number }) {
  const t = useT();
  const value = useStrands((state) => state.meets.get(meetKey(above, below)));
  const one = isOne(strands, above, below);
  return (
    <span className="strand-seam">
      {t(one ? 'strands.goes-on' : 'strands.new-paragraph')} {value !== undefined && value !== null && <Confidence value={value} />}
    </span>
  );
}
