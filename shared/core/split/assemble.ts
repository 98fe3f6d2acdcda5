import { isBlank } from '../parse/characters.ts';
import { gluedByline } from '../parse/formulas.ts';
import type { Page } from '../parse/page.ts';
import { SHORT } from '../parse/shape.ts';
import type { Range } from '../model/piece.ts';
import type { Role } from '../model/role.ts';
import { STATES, beginsArticle, roleOfKind } from './states.ts';

/** A passage before it has an id: the positions it was made of, and what it covers of the source. */
export type Draft = { readonly role: Role; readonly positions: readonly number[]; readonly ranges: readonly Range[] };
export type DraftArticle = { readonly begin: number; readonly passages: readonly Draft[] };
export type Drafts = { readonly articles: readonly DraftArticle[]; readonly aside: readonly Draft[] };

/** Builds articles and passages from a labelling: `order[i]` is the block at position i, `states[i]` its state. */
export function assemble(page: Page, order: readonly number[], states: readonly number[]): Drafts {
  const articles: { begin: number; passages: Draft[] }[] = [];
  const aside: Draft[] = [];
  let paragraph = -1; // place of the last body passage in the article that is open
  order.forEach((block, position) => {
    const state = STATES[states[position]!]!;
    const previous = position === 0 ? null : STATES[states[position - 1]!]!;
    const role = roleOfKind(state.kind);
    const draft: Draft = { role, positions: [position], ranges: [page.blocks[block]!.range] };
    if (role === 'banner' || role === 'furniture') {
      aside.push(draft);
      return;
    }
    if (beginsArticle(previous, state) || articles.length === 0) {
      articles.push({ begin: position, passages: [] });
      paragraph = -1;
    }
    const { passages } = articles.at(-1)!;
    const open = passages[paragraph];
    if (state.kind === 'continued' && open !== undefined) {
      passages[paragraph] = { role, positions: [...open.positions, position], ranges: [...open.ranges, ...draft.ranges] };
      return;
    }
    passages.push(draft);
    if (role === 'body') paragraph = passages.length - 1;
  });
  for (const article of articles) {
    if (article.passages.some((draft) => mayEndInByline(page, order, draft))) article.passages = article.passages.flatMap((draft) => cutByline(page.source, draft));
  }
  return { articles, aside };
}

/** Whether a byline may be glued to the end of a passage: of longer blocks it is known. */
function mayEndInByline({ shapes }: Page, order: readonly number[], { role, positions }: Draft): boolean {
  if (role !== 'body') return false;
  const { width, gluedByline: glued } = shapes[order[positions.at(-1)!]!]!;
  return glued || width <= SHORT;
}

/** Cuts a byline off the end of a paragraph it is glued to. */
function cutByline(source: string, draft: Draft): readonly Draft[] {
  const last = draft.ranges.at(-1);
  if (draft.role !== 'body' || last === undefined) return [draft];
  const at = gluedByline(source.slice(last.from, last.to));
  if (at <= 0) return [draft];
  const from = last.from + at;
  let to = from;
  while (to > last.from && isBlank(source.charCodeAt(to - 1))) to -= 1;
  if (to === last.from) return [draft];
  return [
    { ...draft, ranges: [...draft.ranges.slice(0, -1), { from: last.from, to }] },
    { role: 'byline', positions: draft.positions.slice(-1), ranges: [{ from, to: last.to }] },
  ];
}
