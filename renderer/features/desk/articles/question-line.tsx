import { memo } from 'react';
import type { PassageId } from '#core/model/ids.ts';
import type { Doubt } from '../../../state/desk-doubts.ts';
import { usePassageFacts } from '../../../state/desk-passage.ts';
import { only } from '../../../state/desk-selection.ts';
import { select } from '../../../state/desk-view.ts';
import { accept, reject } from '../../../state/desk-work.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { showWhy } from '../commands/walk-commands.ts';
import { lookAtOrder } from '../strands/strands-store.ts';
import './question.css';

/** What is asked at a passage, in a thin line above it; a beginning is asked in its rule, a join at its seam. */
export const QuestionLine = memo(function QuestionLine({ passage }: { readonly passage: PassageId }) {
  const doubts = usePassageFacts(passage, (facts) => facts.doubts);
  const shown = doubts.filter(({ kind }) => kind !== 'boundary' && kind !== 'join');
  return shown.length > 0 && (
    <div id={`question-${passage}`} className="questions">
      {shown.map((doubt) => <Line key={doubt.kind} doubt={doubt} first={doubt === doubts[0]} />)}
    </div>
  );
});

/** The keys answer the first question of the passage that has the focus: only there they are drawn. Their room is kept, so that nothing moves. */
function Line({ doubt, first }: { readonly doubt: Doubt; readonly first: boolean }) {
  const t = useT();
  const held = useHeld();
  const { kind, passage, confidence, instead } = doubt;
  const role = usePassageFacts(passage, (facts) => facts.passage?.role);
  const isAsked = usePassageFacts(passage, ({ state, writing }) => first && state === 'focus' && writing === null);
  const at = (run: () => void) => () => {
    select(only(passage));
    run();
  };
  const text = kind === 'role' ? t('desk.ask.role', { role: t(`desk.role.${role ?? 'body'}`) }) : kind === 'boundary' || kind === 'join' ? '' : t(`desk.ask.${kind}`);
  const [yes, no] = kind === 'order' ? [t('desk.ask.look'), t('desk.ask.leave')] : [t('desk.yes'), instead ? t('desk.ask.instead', { role: t(`desk.role.${instead}`) }) : t('desk.no')];
  return (
    <div className={`question ask-${kind} ${isAsked ? 'asked' : ''}`}>
      <span className="question-text">{text}</span> <span className="figure">{confidence.toFixed(2)}</span>
      <span className="answers">
        <button type="button" className="word-button" {...(kind !== 'order' && held)} onClick={at(() => void (lookAtOrder() || accept()))}>{yes} <CommandKeys of="desk.accept" /></button>
        <button type="button" className="word-button" {...held} onClick={at(reject)}>{no} <CommandKeys of="desk.reject" /></button>
        <button type="button" className="word-button" onClick={at(showWhy)}>{t('desk.why')} <CommandKeys of="desk.why" /></button>
      </span>
    </div>
  );
}
