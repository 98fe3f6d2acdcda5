import { memo, useMemo } from 'react';
import type { PassageId } from '#core/model/ids.ts';
import type { MouseEvent } from 'react';
import { useAtDesk, usePosition } from '../../../state/desk-parts.ts';
import { articlePosition } from '../../../state/desk-outline.ts';
import { selectedSet } from '../../../state/desk-selected.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { deskStore } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import type { Translate } from '#strings/index.ts';
import { bandOf } from '../source-rows.ts';
import type { Owner } from '../source-rows.ts';

type Props = {
  readonly number: number;
  readonly text: string;
  readonly picture: boolean;
  readonly owners: string; // JSON of its owners: a text, so that a row whose owners stay is not drawn again
  readonly onPick: (passage: PassageId) => void;
};

const HEADING = new Set(['kicker', 'headline', 'subtitle', 'subhead']);
const SHOWN = 200; // characters; more than the pane has room for in two lines, enough to know a block by; what nobody sees is set nonetheless

/** One block: its number, its band, how it begins. Pointing at it shows its passage, clicking goes there. */
export const BlockRow = memo(function BlockRow({ number, text, picture, owners, onPick }: Props) {
  const t = useT();
  const held = useMemo(() => JSON.parse(owners) as readonly Owner[], [owners]);
  const state = useBlockState(held);
  const first = held[0];
  const heading = first !== undefined && held.every(({ role }) => HEADING.has(role));
  return (
    <div role="listitem">
      {picture && <div className="picture-place">{t('desk.picture')}</div>}
      <button
        type="button"
        tabIndex={-1}
        className={`block ${heading ? 'heading' : ''} ${first?.article === null ? 'is-aside' : ''} ${state}`}
        data-owner={held.map(({ passage }) => passage).join(' ')}
        data-block={number}
        onMouseEnter={(event) => sayPlace(event, t, number, first)}
        onClick={() => first && onPick(first.passage)}
      >
        <span className="block-number">{number}</span>
        <span className="block-band" aria-hidden="true">
          {held.map((owner) => <Band key={owner.passage} owner={owner} />)}
        </span>
        <span className="block-text" lang="zh-Hans">{text.length > SHOWN ? <><span>{text.slice(0, SHOWN)}</span><span className="rest">{text.slice(SHOWN)}</span></> : text}</span>
      </button>
    </div>
  );
});

/** A part of its own: where an article's number changes, its bands do, and the rows need not be drawn for that. */
function Band({ owner }: { readonly owner: Owner }) {
  const position = usePosition(owner.article);
  return <i style={{ background: position < 0 ? 'transparent' : `var(--band-${bandOf(position)})`, flexGrow: owner.share }} />;
}

// Said when it is pointed at, so that a row is not drawn anew because its article has another number.
function sayPlace({ currentTarget }: MouseEvent<HTMLElement>, t: Translate, number: number, owner: Owner | undefined): void {
  const { page } = deskStore.getState();
  const position = owner?.article && page ? articlePosition(page.issue, owner.article) : -1;
  const place = owner === undefined ? t('desk.nowhere') : position < 0 ? t('desk.aside') : t('desk.article', { number: position + 1 });
  currentTarget.title = `${t('desk.block', { number })} · ${place}`;
}

function useBlockState(owners: readonly Owner[]): 'at' | 'near' | '' {
  return useAtDesk(() => {
    const { selection, hover: pointed } = deskViewStore.getState();
    const selected = selectedSet(deskStore.getState().page?.issue ?? null, selection);
    if (owners.some(({ passage }) => selected.has(passage))) return 'at';
    return owners.some(({ passage }) => passage === pointed) ? 'near' : '';
  });
}
