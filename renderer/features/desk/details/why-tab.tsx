import { useMemo } from 'react';
import type { Decision } from '#core/model/decision.ts';
import type { Article } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import { pieceLength } from '#core/model/pieces.ts';
import { pieceText } from '#core/model/reading.ts';
import type { Stop } from '../../../state/desk-outline.ts';
import { useT } from '../../../state/language.ts';
import { Confidence } from '../../../ui/confidence.tsx';
import { gapLabel } from '../articles/passage-text.tsx';
import { usePage } from '../page-view.ts';
import { blocksOfPassage, ownersOf, sourceBlocks } from '../source-rows.ts';
import { reasonText } from './reason-text.ts';
import { TopicChips } from './topic-chips.tsx';

/** Why the selected passage is what and where it is, and what was changed in it. */
export function WhyTab({ stop, article }: { readonly stop: Stop | null; readonly article: Article | null }) {
  const t = useT();
  const { issue, decisions } = usePage();
  const blocks = useMemo(() => sourceBlocks(issue.source), [issue.source]);
  const numbers = useMemo(() => (stop ? blocksOfPassage(ownersOf(issue, blocks), stop.passage.id) : []), [issue, blocks, stop]);
  if (!stop) return <p className="nothing">{t('desk.nothing-selected')}</p>;
  const { passage, index } = stop;
  const about = decisions.filter(({ subject }) => subject === passage.id || (index === 0 && subject === article?.id));
  const title = (decision: Decision): string => {
    switch (decision.kind) {
      case 'role':
        return t('desk.why.role', { role: t(`desk.role.${passage.role}`) });
      case 'join':
        return t('desk.why.join', { count: numbers.length });
      case 'boundary':
      case 'duplicate':
      case 'truncated':
      case 'gap':
      case 'order':
        return t(`desk.why.${decision.kind}`);
    }
  };
  return (
    <>
      {about.length === 0 && <p className="nothing">{t('desk.why.person')}</p>}
      {about.map((decision) => (
        <section key={`${decision.kind} ${decision.subject}`} className="why">
          <h3>{title(decision)} <Confidence value={decision.confidence} /></h3>
          <ul>{decision.reasons.map((reason) => <li key={JSON.stringify(reason)}>{reasonText(t, reason)}</li>)}</ul>
        </section>
      ))}
      <Changes stop={stop} />
      {numbers.length > 0 && <p className="from-blocks">{t('desk.why.blocks', { count: numbers.length, list: numbers.join(', ') })}</p>}
      {article && (
        <section className="why">
          <h3>{t('desk.tab.topics')}</h3>
          <TopicChips article={article} />
        </section>
      )}
      {article && article.note !== '' && (
        <section className="why">
          <h3>{t('desk.tab.note')}</h3>
          <p className="note-text">{article.note}</p>
        </section>
      )}
    </>
  );
}

/** The pieces that are not as the source has them, each with where it stands in the marked-up text. */
function changesOf(pieces: readonly Piece[]): readonly { readonly piece: Exclude<Piece, { kind: 'kept' }>; readonly at: number }[] {
  let at = 0;
  return pieces.flatMap((piece) => {
    at += pieceLength(piece);
    return piece.kind === 'kept' ? [] : [{ piece, at }];
  });
}

/** What was struck and added in the passage, each with its reason. */
function Changes({ stop }: { readonly stop: Stop }) {
  const t = useT();
  const { issue } = usePage();
  const changes = changesOf(stop.passage.pieces);
  if (changes.length === 0) return null;
  return (
    <section className="why">
      <h3>{t('desk.why.changes')}</h3>
      <ul className="changes">
        {changes.map(({ piece, at }) => (
          <li key={`${piece.kind} ${at}`}>
            {piece.kind === 'gap' && <span className="gap">{gapLabel(t, piece.extent)}</span>}
            {piece.kind === 'struck' && <del className="struck" lang="zh-Hans">{pieceText(issue.source, piece)}</del>}
            {piece.kind === 'added' && <ins className="added" lang="zh-Hans">{piece.text}</ins>}
            <small>{reasonText(t, piece.why)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
