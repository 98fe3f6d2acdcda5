import { memo, useState } from 'react';
import type { MouseEvent } from 'react';
import type { PassageId } from '#core/model/ids.ts';
import type { Passage } from '#core/model/issue.ts';
import { isVerse } from '#core/model/verse.ts';
import { isArticleRole } from '#core/model/role.ts';
import type { Role } from '#core/model/role.ts';
import type { Translate } from '#strings/index.ts';
import { useFindingsOn } from '../../../state/desk-findings.ts';
import { mark } from '../../../state/desk-marks.ts';
import { usePassageFacts } from '../../../state/desk-passage.ts';
import type { PassageFacts } from '../../../state/desk-passage.ts';
import { extendTo, only } from '../../../state/desk-selection.ts';
import { deskViewStore, select, write } from '../../../state/desk-view.ts';
import { openedPage } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { refuseWriting } from '../../../state/writing.ts';
import { useDropMark } from '../drag/drag-store.ts';
import { useDrawn } from './building.ts';
import type { Drawn } from './building.ts';
import { GapFiller } from './gap-filler.tsx';
import { likelyLines } from './in-sight.ts';
import { PassageEditor } from './passage-editor.tsx';
import { PassageText, placeAt } from './passage-text.tsx';
import { QuestionLine } from './question-line.tsx';
import { RoleHandle } from './role-handle.tsx';
import { TwinPointer } from './twin-pointer.tsx';

type Props = {
  readonly id: PassageId;
  readonly labelled: boolean; // its role is written beside it even when nothing points at it; of the others it is not drawn until something does
};

/** One passage: what is asked at it, its role at the left, its text set by its role. */
export const PassageView = memo(function PassageView({ id, labelled }: Props) {
  const facts = usePassageFacts(id, all);
  const drawn = useDrawn(id);
  return facts.passage && (
    <>
      {facts.doubts.length > 0 && <QuestionLine passage={id} />}
      <Row passage={facts.passage} facts={facts} labelled={labelled} drawn={drawn} />
    </>
  );
});

const all = (facts: PassageFacts): PassageFacts => facts;

type RowProps = { readonly passage: Passage; readonly facts: PassageFacts; readonly labelled: boolean; readonly drawn: Drawn };

function Row({ passage, facts, labelled, drawn }: RowProps) {
  const { id, role } = passage;
  const { state, marked, writing } = facts;
  const t = useT();
  const label = labelOf(t, role, facts);
  const drop = useDropMark(id);
  const findings = useFindingsOn(id);
  const [tabIndex] = useState(state === 'focus' ? 0 : -1); // from then on where Tab comes to is Reveal's to say
  const textId = `text-${id}`; // what J and K come to is read out: its text describes it
  return (
    <div
      className={`passage ${state} ${writing ? 'writing' : ''} ${drop ? `drop-${drop}` : ''} ${labelled ? 'labelled' : ''} ${marked ? 'marked' : ''}`}
      data-passage={id}
      role="group"
      aria-label={label}
      aria-describedby={state === 'focus' && !writing ? `question-${id} ${textId}` : undefined}
      aria-current={state === 'focus' ? 'true' : undefined}
      tabIndex={tabIndex}
      style={drawn !== 'place' ? undefined : { height: `calc(${likelyLines(passage)} * var(--reading-line))` }}
      onClick={(event) => point(event, id)}
      onDoubleClick={(event) => writeAt(event, id)}
    >
      {marked && <span className="mark-sign" aria-hidden="true">✓</span>}
      {drawn !== 'place' && (labelled || marked || state !== '' || findings > 0) && <RoleHandle passage={id} role={role} selected={state !== ''} findings={findings} t={t} />}
      {drawn !== 'place' && <Content passage={passage} facts={facts} textId={textId} />}
    </div>
  );
}

function Content({ passage, facts: { doubts, source, view, writing }, textId }: { readonly passage: Passage; readonly facts: PassageFacts; readonly textId: string }) {
  const { role, pieces, twin } = passage;
  const verse = isVerse(source, passage);
  const joinDoubt = doubts.find(({ kind }) => kind === 'join')?.confidence ?? null;
  const heading = role === 'headline' ? { role: 'heading', 'aria-level': 3 } : {};
  return (
    <div id={textId} className="passage-text selectable" data-role={role} data-verse={verse || undefined} lang="zh-Hans" {...heading}>
      {writing?.kind === 'text' ? <PassageEditor passage={passage} source={source} view={view} at={writing} />
        : writing ? <GapFiller key={writing.at} passage={passage} source={source} at={writing.at} />
          : <PassageText source={source} pieces={pieces} view={view} verse={verse} joinDoubt={joinDoubt} />}
      {twin !== undefined && <TwinPointer twin={twin} />}
    </div>
  );
}

/** What a screen reader calls a passage. The one with the focus, which is read out, also says where it stands: the others need not be drawn when that changes. */
function labelOf(t: Translate, role: Role, { marked, index, count }: PassageFacts): string {
  const name = t(`desk.role.${role}`);
  const said = !isArticleRole(role) ? t('desk.passage-aside', { role: name }) : index > 0 ? t('desk.passage', { role: name, index, count }) : name;
  return marked ? t('desk.passage-marked', { passage: said }) : said;
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
  if (isInner(event) || refuseWriting()) return;
  const at = placeAt(event.clientX, event.clientY);
  window.getSelection()?.removeAllRanges();
  select(only(id));
  write({ kind: 'text', passage: id, at: at ?? 0 });
}
