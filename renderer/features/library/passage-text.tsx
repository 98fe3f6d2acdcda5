import type { Passage } from '#core/model/issue.ts';
import { isVerse } from '#core/model/verse.ts';
import { GAP_MARK, readPassage } from '#core/model/reading.ts';
import { useT } from '../../state/language.ts';

const GAP_OR_TEXT = new RegExp(`${GAP_MARK}+|[^${GAP_MARK}]+`, 'gu');

/** A passage as emended, with lost text marked. */
export function PassageText({ source, passage }: { readonly source: string; readonly passage: Passage }) {
  const t = useT();
  const text = readPassage(source, passage, 'emended');
  const kind = { 'data-role': passage.role, 'data-verse': isVerse(source, passage) || undefined };
  const gaps = passage.pieces.filter((piece) => piece.kind === 'gap');
  if (gaps.length === 0) return <p {...kind}>{text}</p>;
  return (
    <p {...kind}>
      {[...text.matchAll(GAP_OR_TEXT)].map(({ 0: part, index }) => (
        part.startsWith(GAP_MARK) ? <span key={index} className="gap">{t('library.gap', { count: part.length })}</span> : part
      ))}
    </p>
  );
}
