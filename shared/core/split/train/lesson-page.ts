import { type Result, fail, ok } from '#util/result.ts';
import { isArticleRole } from '../../model/role.ts';
import type { Taught } from './compose.ts';
import { type LessonLine, type LineError, readLine } from './lesson-line.ts';
import { type Lost, type Misread, type Piece, mended } from './lesson-text.ts';
import type { TrueBlock } from './truth.ts';

/** A written page with all that is known of it. Block numbers are those of the page; offsets are UTF-16 in the block's text. */
export type LessonPage = Taught & {
  readonly lost: readonly (Lost & { readonly block: number })[];
  readonly misread: readonly (Misread & { readonly block: number })[];
  readonly duplicates: readonly { readonly block: number; readonly of: number }[];
  readonly truncated: readonly number[]; // blocks that stop in mid-sentence
};

export type LessonError = {
  readonly code:
    | LineError
    | 'outside-article' // a block of an article where none is open, or a `+` outside
    | 'empty-article'
    | 'nothing-to-go-on-with' // a `+` without a block of its role above it in the article
    | 'cut-without-rest' // characters are lost in a cut, and nothing goes on
    | 'label-taken'
    | 'label-unused'
    | 'label-unknown'
    | 'printed-twice'
    | 'copy-above'
    | 'copy-differs'
    | 'blank-unprinted' // an empty line before a block that is printed elsewhere, or at the end
    | 'no-blocks';
  readonly line: number; // counted from 1
};

type Laid = { readonly line: number; readonly roles: TrueBlock['roles'] & {}; readonly piece: Piece; readonly article: number; next: Laid | null };
type Printed = { readonly gap: number; readonly block: Laid; readonly copy: Piece | null };
type Line = { readonly number: number; readonly line: LessonLine };

/** Reads a lesson (resources/lessons/README.md) as the page it describes, with its truth. */
export function readLesson(text: string): Result<LessonPage, LessonError> {
  const lines: Line[] = [];
  for (const [index, each] of text.replace(/\n+$/, '').split('\n').entries()) {
    const line = readLine(each);
    if (!line.ok) return fail({ code: line.error, line: index + 1 });
    lines.push({ number: index + 1, line: line.value });
  }
  const written = write(lines);
  if (!written.ok) return written;
  const order = print(lines, written.value);
  return order.ok ? ok(pageOf(written.value, order.value)) : order;
}

type Written = { readonly articles: readonly (readonly Laid[])[]; readonly labels: ReadonlyMap<string, Laid>; readonly at: ReadonlyMap<number, readonly Laid[]>; readonly truncated: ReadonlySet<Laid> };

/** The blocks in reading order, article by article, and those of each line. */
function write(lines: readonly Line[]): Result<Written, LessonError> {
  const articles: Laid[][] = [];
  const labels = new Map<string, Laid>();
  const at = new Map<number, readonly Laid[]>();
  const truncated = new Set<Laid>();
  let open: Laid[] | null = null;
  let begun = 0; // the line of the last `=`
  let wanting: Laid | null = null; // ends in a cut whose other side has not come
  for (const { number, line } of lines) {
    const error = (code: LessonError['code']) => fail({ code, line: number });
    if (line.is === 'article') {
      if (open?.length === 0) return fail({ code: 'empty-article', line: begun });
      articles.push((open = []));
      begun = number;
    }
    if (line.is !== 'block') continue;
    const { roles, goesOn, label, marked } = line;
    const inArticle = isArticleRole(roles[0]);
    if (inArticle && open === null) return error('outside-article');
    if (!inArticle && goesOn) return error('outside-article');
    if (label !== null && labels.has(label)) return error('label-taken');
    const pieces = marked.pieces.map((piece): Laid => ({ line: number, roles, piece, article: inArticle ? articles.length - 1 : -1, next: null }));
    const above = goesOn ? open?.findLast((block) => block.roles[0] === roles[0]) : undefined;
    if (goesOn && above === undefined) return error('nothing-to-go-on-with');
    if (above !== undefined && above === wanting) wanting = null;
    [...(above === undefined ? [] : [above]), ...pieces].forEach((block, index, all) => {
      block.next = all[index + 1] ?? block.next;
    });
    if (wanting !== null && inArticle && roles[0] === 'body') return fail({ code: 'cut-without-rest', line: wanting.line });
    if (marked.end === 'cut') wanting = pieces.at(-1)!;
    if (marked.end === 'truncated') truncated.add(pieces.at(-1)!);
    if (label !== null) labels.set(label, pieces[0]!);
    at.set(number, pieces);
    if (inArticle) open?.push(...pieces);
    if (roles[0] === 'banner') {
      if (open?.length === 0) return fail({ code: 'empty-article', line: begun });
      open = null;
    }
  }
  if (open?.length === 0) return fail({ code: 'empty-article', line: begun });
  if (wanting !== null) return fail({ code: 'cut-without-rest', line: wanting.line });
  return ok({ articles, labels, at, truncated });
}

/** The blocks as the page has them, from top to bottom. */
function print(lines: readonly Line[], { labels, at }: Written): Result<readonly Printed[], LessonError> {
  const elsewhere = new Set(lines.flatMap(({ line }) => (line.is === 'printed' ? [labels.get(line.label)] : [])));
  const printed: Printed[] = [];
  const done = new Set<Laid>();
  const named = new Set<string>();
  let blanks = 0;
  for (const { number, line } of lines) {
    const error = (code: LessonError['code']) => fail({ code, line: number });
    const put = (block: Laid, copy: Piece | null) => {
      printed.push({ gap: blanks + 1, block, copy });
      done.add(block);
      blanks = 0;
    };
    switch (line.is) {
      case 'comment':
      case 'article':
        break;
      case 'blank':
        blanks += 1;
        break;
      case 'printed': {
        const block = labels.get(line.label);
        if (block === undefined) return error('label-unknown');
        if (done.has(block)) return error('printed-twice');
        named.add(line.label);
        put(block, null);
        break;
      }
      case 'copy': {
        const block = labels.get(line.label);
        if (block === undefined) return error('label-unknown');
        if (!done.has(block)) return error('copy-above');
        const piece = line.marked?.pieces[0] ?? block.piece;
        if (mended(piece) !== mended(block.piece)) return error('copy-differs');
        named.add(line.label);
        put(block, piece);
        break;
      }
      case 'block':
        for (const block of at.get(number) ?? []) {
          if (!elsewhere.has(block)) put(block, null);
          else if (blanks > 0) return error('blank-unprinted');
        }
    }
  }
  const unused = [...labels].find(([label]) => !named.has(label));
  if (unused !== undefined) return fail({ code: 'label-unused', line: unused[1].line });
  if (blanks > 0) return fail({ code: 'blank-unprinted', line: lines.length });
  return printed.length === 0 ? fail({ code: 'no-blocks', line: 1 }) : ok(printed);
}

function pageOf({ articles, truncated }: Written, printed: readonly Printed[]): LessonPage {
  const numberOf = new Map(printed.flatMap(({ block, copy }, index) => (copy === null ? [[block, index] as const] : [])));
  const pieceOf = ({ block, copy }: Printed) => copy ?? block.piece;
  return {
    source: printed.map((each, index) => `${'\n'.repeat(index === 0 ? each.gap - 1 : each.gap + 1)}${pieceOf(each).text}`).join(''),
    truth: {
      blocks: printed.map(({ block: { roles, next }, copy }, index): TrueBlock => {
        if (copy !== null) return { index, role: 'duplicate', continues: null };
        const continues = next === null ? null : numberOf.get(next)!;
        return { index, role: roles[0]!, continues, ...(roles.length > 1 && { roles }) };
      }),
      articles: articles.map((blocks) => ({ blocks: blocks.map((block) => numberOf.get(block)!) })),
    },
    lost: printed.flatMap((each, block) => pieceOf(each).lost.map((lost) => ({ ...lost, block }))),
    misread: printed.flatMap((each, block) => pieceOf(each).misread.map((misread) => ({ ...misread, block }))),
    duplicates: printed.flatMap(({ block, copy }, index) => (copy === null ? [] : [{ block: index, of: numberOf.get(block)! }])),
    truncated: printed.flatMap(({ block, copy }, index) => (copy === null && truncated.has(block) ? [index] : [])),
  };
}
