import { articleId, passageId } from '../model/ids.ts';
import type { Article, Issue, Passage } from '../model/issue.ts';
import type { Piece } from '../model/piece.ts';
import { normalisePieces } from '../model/pieces.ts';
import { pieceText } from '../model/reading.ts';
import type { Role } from '../model/role.ts';

const PERSON = { id: 'person' };
const TOKEN = /-\[(?<struck>[^\]]*)\]|\+\[(?<added>[^\]]*)\]|(?<gap>□)|(?<kept>[^-+□[\]]+|[-+])/gu;

/**
 * A tiny notation for tests: `一-[抵]+[低]偿□` is kept, struck, added, kept, gap.
 * An issue is written as lines, one a passage: `a1 headline: 标题`; lines whose article is `-` stand aside.
 */
export function issueOf(...lines: readonly string[]): Issue {
  let source = '';
  const articles: Article[] = [];
  const aside: Passage[] = [];
  lines.forEach((line, index) => {
    const [, article, role, text] = /^(\S+) (\S+):\s?(.*)$/su.exec(line) ?? [];
    if (source) source += '\n\n';
    const pieces: Piece[] = [];
    const take = (words: string) => {
      source += words;
      return { from: source.length - words.length, to: source.length };
    };
    for (const { groups } of (text ?? '').matchAll(TOKEN)) {
      const { struck, added, gap, kept } = groups ?? {};
      if (struck !== undefined) pieces.push({ kind: 'struck', range: take(struck), why: PERSON });
      else if (added !== undefined) pieces.push({ kind: 'added', text: added, why: PERSON });
      else if (gap !== undefined) pieces.push({ kind: 'gap', extent: 1, why: PERSON });
      else pieces.push({ kind: 'kept', range: take(kept ?? '') });
    }
    const passage: Passage = { id: passageId(`p${index + 1}`), role: role as Role, pieces: normalisePieces(pieces) };
    const last = articles.at(-1);
    if (article === '-') aside.push(passage);
    else if (last && last.id === article) articles[articles.length - 1] = { ...last, passages: [...last.passages, passage] };
    else articles.push({ id: articleId(article ?? ''), status: 'new', topics: [], note: '', passages: [passage] });
  });
  return { source, articles, aside };
}

/** Pieces in the same notation. */
export function show(source: string, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'gap') return '□';
      const text = pieceText(source, piece);
      return piece.kind === 'struck' ? `-[${text}]` : piece.kind === 'added' ? `+[${text}]` : text;
    })
    .join('');
}

/** A whole issue in the same notation, ids of articles as they are. */
export function showIssue(issue: Issue): readonly string[] {
  const line = (article: string) => ({ role, pieces }: Passage) => `${article} ${role}: ${show(issue.source, pieces)}`;
  return [...issue.articles.flatMap(({ id, passages }) => passages.map(line(id))), ...issue.aside.map(line('-'))];
}
