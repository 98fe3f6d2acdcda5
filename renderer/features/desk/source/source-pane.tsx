import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { only } from '../../../state/desk-selection.ts';
import { deskViewStore, select, useDeskView } from '../../../state/desk-view.ts';
import { useFocus, useSource, useStructure } from '../../../state/desk-parts.ts';
import { useDesk } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { usePicture } from '../../../state/picture.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { CutName } from '../../../ui/cut-name.tsx';
import { cyclePicture } from '../picture/picture-acts.ts';
import { pathOfPage } from '../page-name.ts';
import { pointAtBlock, pointAtNothing } from '../pointing.ts';
import { ownersOf, sourceBlocks } from '../source-rows.ts';
import type { SourceBlock } from '../source-rows.ts';
import { BlockRow } from './block-row.tsx';
import './source.css';

/** The source as the file has it: numbered blocks, each with the band of the article it went to. */
export function SourcePane() {
  const t = useT();
  const source = useSource();
  const structure = useStructure();
  const file = useDesk((state) => state.page?.files.find(({ path }) => path === pathOfPage(state.page?.files ?? [])));
  const [whole, setWhole] = useState(false);
  const blocks = useMemo(() => sourceBlocks(source), [source]);
  const owners = useMemo(() => ownersOf(structure, blocks), [structure, blocks]);
  const hasPicture = usePicture((state) => state.companion !== null);
  const list = useRef<HTMLDivElement>(null);
  const name = file?.path.split('/').at(-1) ?? '';
  const encoding = file?.encoding ? t(`desk.encoding.${file.encoding}`) : '';
  return (
    <section className="desk-source" aria-label={t('desk.source')}>
      <div className="desk-bar">
        <h2>{t('desk.source')}</h2>
        <CutName name={name} whole={[file?.path, encoding].filter(Boolean).join(' · ')} focusable />
        <button type="button" className="bar-switch" aria-pressed={whole} onClick={() => setWhole(!whole)}>{t(whole ? 'desk.short-text' : 'desk.full-text')}</button>
        {hasPicture && <button type="button" className="picture-offer" title={t('image.title')} onClick={cyclePicture}><span className="bar-words">{t('image.title')}</span> <CommandKeys of="desk.picture" /></button>}
        {encoding && <span className="bar-end encoding">{encoding}</span>}
      </div>
      <div ref={list} className={`blocks ${whole ? 'whole' : ''}`} tabIndex={0} role="list" onPointerMove={pointAtBlock} onPointerLeave={pointAtNothing}>
        {groupsOf(blocks).map((group) => (
          <div key={group[0]!.number} role="presentation" className="block-group" style={{ containIntrinsicBlockSize: `auto ${likelyHeight(group)}px` }}>
            {group.map(({ number, text, picture }) => (
              <BlockRow key={number} number={number} text={text} picture={picture} owners={JSON.stringify(owners[number - 1])} onPick={pick} />
            ))}
          </div>
        ))}
      </div>
      <FollowFocus list={list} />
    </section>
  );
}

// What is out of sight is neither laid out nor painted. Several rows at a time: whether each is in sight is looked at before every frame of the window.
const TOGETHER = 12;
const ONE_LINE = 18; // characters

function groupsOf(blocks: readonly SourceBlock[]): readonly (readonly SourceBlock[])[] {
  return Array.from({ length: Math.ceil(blocks.length / TOGETHER) }, (_, i) => blocks.slice(i * TOGETHER, (i + 1) * TOGETHER));
}

/** About how high rows are that were never laid out, in pixels. */
const likelyHeight = (blocks: readonly SourceBlock[]): number => blocks.reduce((sum, { text }) => sum + (text.length < ONE_LINE ? 24 : 44), 0);

const pick = (passage: string): void => {
  select(only(passage as Parameters<typeof only>[0]));
};

const REST = 250; // milliseconds for which the pointer stays on a passage before its blocks are brought

/**
 * Keeps the blocks of the focused passage in sight; while the pointer rests on another one, that one's. What is pointed at among the blocks themselves moves nothing.
 * A part of its own, so that moving about draws nothing else anew.
 */
function FollowFocus({ list }: { readonly list: { readonly current: HTMLElement | null } }) {
  const focus = useFocus();
  const pointed = useDeskView((state) => state.hover);
  // Measured just before the frame is drawn: by then all that a key changed is there to be laid out once.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => bring(list.current, focus));
    return () => cancelAnimationFrame(frame);
  }, [list, focus]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!list.current?.matches(':hover')) bring(list.current, pointed ?? deskViewStore.getState().selection?.focus ?? null);
    }, REST);
    return () => clearTimeout(timer);
  }, [list, pointed]);
  return null;
}

/** Scrolls the blocks so that the first one of a passage is well in sight. */
function bring(pane: HTMLElement | null, passage: string | null): void {
  const row = passage && pane?.querySelector<HTMLElement>(`[data-owner~="${CSS.escape(passage)}"]`);
  if (!pane || !row) return;
  const [at, view] = [row.getBoundingClientRect(), pane.getBoundingClientRect()];
  const margin = Math.min(120, view.height / 4);
  if (at.top < view.top + margin) pane.scrollBy(0, at.top - view.top - margin);
  else if (at.bottom > view.bottom - margin) pane.scrollBy(0, at.bottom - view.bottom + margin);
}
