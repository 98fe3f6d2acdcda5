import * as fc from 'fast-check';
import { articleId, passageId } from '../model/ids.ts';
import { STATUSES } from '../model/issue.ts';
import type { Article, Issue, Passage } from '../model/issue.ts';
import type { Piece } from '../model/piece.ts';
import { normalisePieces } from '../model/pieces.ts';
import type { Reason } from '../model/reason.ts';
import { ARTICLE_ROLES, ASIDE_ROLES } from '../model/role.ts';

const REASONS: readonly Reason[] = [{ id: 'person' }, { id: 'duplicate' }, { id: 'column-cut', data: { block: 3 } }];

/** Characters that break careless code: astral, combining, joiners, half-width, line ends. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'校样报纸稿件切分原文的一是在不了有') },
  { weight: 2, arbitrary: fc.constantFrom('，', '。', '“', '”', 'a', 'Z', '7', '%') },
  { weight: 1, arbitrary: fc.constantFrom('𠮷', '😀', 'e\u0301', '\u200D', '\u0300', '\r\n', '\n', ' ', '\u3000', '\u200B', '\uFEFF') },
);

const text = (maxLength: number) => fc.array(character, { maxLength }).map((parts) => parts.join(''));

type Cut = { readonly kind: 'kept' | 'struck' | 'added' | 'gap'; readonly text: string; readonly why: Reason };

const cut: fc.Arbitrary<Cut> = fc.record({
  kind: fc.constantFrom('kept', 'kept', 'kept', 'struck', 'added', 'gap'),
  text: text(6),
  why: fc.constantFrom(...REASONS),
});

type Plan = { readonly role: number; readonly cuts: readonly Cut[]; readonly blank: string };

const plan: fc.Arbitrary<Plan> = fc.record({
  role: fc.nat(),
  cuts: fc.array(cut, { maxLength: 4 }),
  blank: fc.constantFrom('', '\n', '\n\n', '\r\n\r\n', ' \u3000\n'),
});

type Head = { readonly status: number; readonly topics: number; readonly note: string; readonly passages: readonly Plan[] };

const head: fc.Arbitrary<Head> = fc.record({ status: fc.nat(), topics: fc.nat(3), note: text(4), passages: fc.array(plan, { minLength: 1, maxLength: 4 }) });

/** A valid issue of up to four articles: empty and one-character passages, every kind of piece, an aside. */
export const arbitraryIssue: fc.Arbitrary<Issue> = fc
  .record({ articles: fc.array(head, { maxLength: 4 }), aside: fc.array(plan, { maxLength: 3 }) })
  .map(({ articles, aside }) => build(articles, aside));

function build(articles: readonly Head[], aside: readonly Plan[]): Issue {
  let source = '';
  let count = 0;
  const passage = ({ role, cuts, blank }: Plan, roles: readonly Passage['role'][]): Passage => {
    source += blank;
    const pieces = cuts.map(({ kind, text: words, why }): Piece => {
      if (kind === 'added') return { kind, text: words, why };
      if (kind === 'gap') return { kind, extent: words.length || null, why };
      const range = { from: source.length, to: source.length + words.length };
      source += words;
      return kind === 'kept' ? { kind, range } : { kind, range, why };
    });
    count += 1;
    return { id: passageId(`p${count}`), role: roles[role % roles.length]!, pieces: normalisePieces(pieces) };
  };
  const built = articles.map((plans, index): Article => ({
    id: articleId(`a${index + 1}`),
    status: STATUSES[plans.status % STATUSES.length]!,
    topics: Array.from({ length: plans.topics }, (_, n) => ({ scheme: 'own', id: `t${n}` })),
    note: plans.note,
    ...((plans.status >> 2) % 2 === 1 && { next: { link: `n${index}`, issue: plans.status % 9 } }),
    ...((plans.status >> 3) % 2 === 1 && { previous: { link: `v${index}`, issue: 7 } }),
    passages: plans.passages.map((each) => passage(each, ARTICLE_ROLES)),
  }));
  const others = aside.map((each) => passage(each, ASIDE_ROLES));
  return { source, articles: built, aside: others };
}
