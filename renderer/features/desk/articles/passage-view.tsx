import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { PassageId } from '#core/model/ids.ts';
import type { Passage } from '#core/model/issue.ts';
import { piecesLength } from '#core/model/pieces.ts';
import { isArticleRole } from '#core/model/role.ts';
import type { Role } from '#core/model/role.ts';
import { useAtDesk, useJoinDoubt, usePassage, usePlaceInArticle, useSource } from '../../../state/desk-parts.ts';
import { mark } from '../../../state/desk-marks.ts';
import { extendTo, only } from '../../../state/desk-selection.ts';
import { deskViewStore, hover, select, useDeskView, write } from '../../../state/desk-view.ts';
import { deskStore, openedPage } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { useDropMark } from '../drag/drag-store.ts';
import { selectedSet } from '../page-view.ts';
import { GapFiller } from './gap-filler.tsx';
import { PassageEditor } from './passage-editor.tsx';
import { PassageText, placeAt } from './passage-text.tsx';
import { RoleHandle } from './role-handle.tsx';
import { TwinPointer } from './twin-pointer.tsx';

type Props = {
  readonly id: PassageId;
  readonly labelled: boolean; // its role is written beside it even when nothing points at it
};

/** One passage: its role at the left, its text set by its role. */
export const PassageView = memo(function PassageView({ id, labelled }: Props) {
  const passage = usePassage(id);
  return passage && <Drawn passage={passage} labelled={labelled} />;
});

function Drawn({ passage, labelled }: { readonly passage: Passage; readonly labelled: boolean }) {
  const { id, role } = passage;
  const source = useSource();
  const joinDoubt = useJoinDoubt(id);
  const state = usePassageState(id);
  const marked = useDeskView(({ marks }) => marks.has(id));
  const label = useLabel(id, role, state === 'focus', marked);
  const drop = useDropMark(id);
  const view = useDeskView((one) => one.view);
  const writing = useDeskView((one) => (one.writing?.passage === id ? one.writing : null));
  const textId = `text-${id}`; // what J and K come to is read out: its text describes it
  const heading = role === 'headline' ? { role: 'heading', 'aria-level': 3 } : {};
  return (
    <div
      className={`passage ${state} ${writing ? 'writing' : ''} ${drop ? `drop-${drop}` : ''} ${labelled ? 'labelled' : ''} ${marked ? 'marked' : ''}`}
      data-passage={id}
      role="group"
      aria-label={label}
      aria-describedby={state === 'focus' && !writing ? `question-${id} ${textId}` : undefined}
      aria-current={state === 'focus' ? 'true' : undefined}
      style={{ containIntrinsicBlockSize: `auto calc(${likelyHeight(passage)} * var(--reading-line))` }}
      tabIndex={state === 'focus' ? 0 : -1}
      onMouseEnter={() => hover(id)}
      onMouseLeave={() => hover(null)}
      onClick={(event) => point(event, id)}
      onDoubleClick={(event) => writeAt(event, id)}
    >
      {marked && <span className="mark-sign" aria-hidden="true">✓</span>}
      <RoleHandle passage={id} role={role} selected={state !== ''} />
      <div id={textId} className="passage-text selectable" data-role={role} lang="zh-Hans" {...heading}>
        {writing?.kind === 'text' ? <PassageEditor passage={passage} source={source} view={view} at={writing} />
          : writing ? <GapFiller key={writing.at} passage={passage} source={source} at={writing.at} />
            : <PassageText source={source} pieces={passage.pieces} view={view} joinDoubt={joinDoubt} />}
        {passage.twin !== undefined && <TwinPointer twin={passage.twin} />}
      </div>
    </div>
  );
}

/** What a screen reader calls a passage. The one with the focus, which is read out, also says where it stands: the others need not be drawn when that changes. */
function useLabel(id: PassageId, role: Role, focused: boolean, marked: boolean): string {
  const t = useT();
  const place = usePlaceInArticle(focused ? id : null);
  const name = t(`desk.role.${role}`);
  const said = !isArticleRole(role) ? t('desk.passage-aside', { role: name }) : place ? t('desk.passage', { role: name, ...place }) : name;
  return marked ? t('desk.passage-marked', { passage: said }) : said;
}

const ON_A_LINE: { readonly [R in Role]?: number } = { body: 37, headline: 26, kicker: 42, subtitle: 39 };

/** About how high a passage is, in lines as they are set: what is beyond the screen is not laid out, and the text must not jump when it is. */
function likelyHeight({ role, pieces }: Passage): number {
  const lines = Math.ceil((piecesLength(pieces) + (role === 'body' ? 2 : 0)) / (ON_A_LINE[role] ?? 40));
  return Math.max(1, lines) + 0.2;
}

function usePassageState(id: PassageId): 'focus' | 'selected' | 'near' | '' {
  return useAtDesk(() => {
    const { selection, hover: pointed } = deskViewStore.getState();
    if (selection?.focus === id) return 'focus';
    if (selectedSet(deskStore.getState().page?.issue ?? null, selection).has(id)) return 'selected';
    return pointed === id ? 'near' : '';
  });
}

const isInner = (event: MouseEvent): boolean => event.target instanceof Element && event.target.closest('button, input, .text-editor') !== null;

/** A click selects; one that ends a selection of text with the mouse leaves it alone, and so does one that is for a control inside. */
function point(event: MouseEvent, id: PassageId): void {
  if (isInner(event)) return;
  const { selection, writing } = deskViewStore.getState();
  if (event.shiftKey) {
    window.getSelection()?.removeAllRanges();
    select(extendTo(openedPage().issue, selection, id));
  } else if (event.ctrlKey || event.metaKey) {
    mark([id]);
    select(only(id));
  } else if (writing?.passage !== id && (window.getSelection()?.isCollapsed ?? true)) {
    select(only(id));
  }
}

function writeAt(event: MouseEvent, id: PassageId): void {
  if (isInner(event)) return;
  const at = placeAt(event.clientX, event.clientY);
  window.getSelection()?.removeAllRanges();
  select(only(id));
  write({ kind: 'text', passage: id, at: at ?? 0 });
}
