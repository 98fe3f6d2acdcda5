import { useMemo } from 'react';
import { isNearMiss } from '#core/model/decision.ts';
import type { Decision } from '#core/model/decision.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Piece } from '#core/model/piece.ts';
import { pieceLength } from '#core/model/pieces.ts';
import { pieceText } from '#core/model/reading.ts';
import { useNote, usePassage, useSource, useStructure } from '../../../state/desk-parts.ts';
import type { ArticleShape, PassageShape, Structure } from '../../../state/desk-structure.ts';
import { useDesk } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { Button } from '../../../ui/button.tsx';
import { openStrands } from '../strands/strands-store.ts';
import { Confidence } from '../../../ui/confidence.tsx';
import { gapLabel } from '../articles/passage-text.tsx';
import { blocksOfPassage, ownersOf, sourceBlocks } from '../source-rows.ts';
import { reasonText } from './reason-text.ts';
import { TopicChips } from './topic-chips.tsx';

const NONE: readonly Decision[] = [];

const shapeOf = ({ articles, aside }: Structure, id: PassageId | null): PassageShape | null =>
  [...articles.flatMap(({ passages }) => passages), ...aside].find((passage) => passage.id === id) ?? null;

/** Why the selected passage is what and where it is, and what was changed in it. */
export function WhyTab({ focus, article }: { readonly focus: PassageId | null; readonly article: ArticleShape | null }) {
  const t = useT();
  const decisions = useDesk(({ page }) => page?.decisions ?? NONE);
  const source = useSource();
  const structure = useStructure();
  const note = useNote(article?.id ?? null);
  const blocks = useMemo(() => sourceBlocks(source), [source]);
  const numbers = useMemo(() => (focus ? blocksOfPassage(ownersOf(structure, blocks), focus) : []), [structure, blocks, focus]);
  const passage = shapeOf(structure, focus);
  if (!passage) return <p className="nothing">{t('desk.nothing-selected')}</p>;
  const about = decisions.filter(({ subject, kind }) => subject === passage.id || (subject === article?.id && (kind === 'order' || article.passages[0] === passage)));
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
      case 'no-boundary':
      case 'no-join':
        return t(`desk.why.${decision.kind}`);
    }
  };
  return (
    <>
      {about.length === 0 && <p className="nothing">{t('desk.why.person')}</p>}
      {about.map((decision) => (
        <section key={`${decision.kind} ${decision.subject}`} className="why">
          <h3>{title(decision)} <Confidence value={isNearMiss(decision) ? 1 - decision.confidence : decision.confidence} /></h3>
          {decision.kind === 'order' && article && <Button command="desk.strands" onClick={() => openStrands(article.id)}>{t('desk.why.strands')}</Button>}
          <ul>{decision.reasons.map((reason) => <li key={JSON.stringify(reason)}>{reasonText(t, reason)}</li>)}</ul>
        </section>
      ))}
      <Changes passage={passage.id} />
      {numbers.length > 0 && <p className="from-blocks">{t('desk.why.blocks', { count: numbers.length, list: numbers.join(', ') })}</p>}
      {article && (
        <section className="why">
          <h3>{t('desk.tab.topics')}</h3>
          <TopicChips article={article} />
        </section>
      )}
      {note !== '' && (
        <section className="why">
          <h3>{t('desk.tab.note')}</h3>
          <p className="note-text">{note}</p>
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
function Changes({ passage }: { readonly passage: PassageId }) {
  const t = useT();
  const source = useSource();
  const changes = changesOf(usePassage(passage)?.pieces ?? []);
  if (changes.length === 0) return null;
  return (
    <section className="why">
      <h3>{t('desk.why.changes')}</h3>
      <ul className="changes">
        {changes.map(({ piece, at }) => (
          <li key={`${piece.kind} ${at}`}>
            {piece.kind === 'gap' && <span className="gap">{gapLabel(t, piece.extent)}</span>}
            {piece.kind === 'struck' && <del className="struck" lang="zh-Hans">{pieceText(source, piece)}</del>}
            {piece.kind === 'added' && <ins className="added" lang="zh-Hans">{piece.text}</ins>}
            <small>{reasonText(t, piece.why)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
