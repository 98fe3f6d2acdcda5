import type { Passage } from '#core/model/issue.ts';
import { GAP_MARK, readPieces } from '#core/model/reading.ts';
import { useT } from '../../state/language.ts';

/** A passage as emended, with lost text marked. */
export function PassageText({ source, passage }: { readonly source: string; readonly passage: Passage }) {
  const t = useT();
  const text = readPieces(source, passage.pieces, 'emended');
  const gaps = passage.pieces.filter((piece) => piece.kind === 'gap');
  if (gaps.length === 0) return <p data-role={passage.role}>{text}</p>;
  return (
    <p data-role={passage.role}>
      {text.split(new RegExp(`(${GAP_MARK}+)`, 'u')).map((part, at) => (
        part.startsWith(GAP_MARK) ? <span key={at} className="gap">{t('library.gap', { count: part.length })}</span> : part
      ))}
    </p>
  );
}
