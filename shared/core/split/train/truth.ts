import { type Result, fail, ok } from '#util/result.ts';
import type { Role } from '../../model/role.ts';
import { type Kind, REACH, STATES, type State, mayFollow } from '../states.ts';

/** A block as a truth file of the evaluation has it; `continues` is the block that goes on with the same paragraph. */
export type TrueBlock = {
  readonly index: number;
  readonly role: Role;
  readonly continues: number | null;
  readonly roles?: readonly Role[]; // where editors may differ: all that will do
};
export type Truth = {
  readonly blocks: readonly TrueBlock[];
  readonly articles: readonly { readonly blocks: readonly number[] }[];
  readonly lost?: readonly number[]; // blocks after which a column break lost a character; absent where nobody looked
};

/** A page's blocks in true reading order (duplicates left out), each with its state. */
export type Gold = { readonly order: readonly number[]; readonly states: readonly number[] };

export type GoldError = { readonly code: 'not-of-the-grammar'; readonly block: number };

/** Reads a truth file as a labelling of the model. Fails where an article is built in a way that the model cannot say. */
export function goldOf(truth: Truth): Result<Gold, GoldError> {
  const articleOf = new Map<number, number>();
  truth.articles.forEach((article, index) => {
    for (const block of article.blocks) articleOf.set(block, index);
  });
  const order: number[] = [];
  const states: number[] = [];
  const done = new Set<number>();
  for (const block of truth.blocks) {
    if (block.role === 'duplicate' || done.has(block.index)) continue;
    const article = articleOf.get(block.index);
    const blocks = article === undefined ? [block.index] : truth.articles[article]!.blocks;
    let state: State | null = null;
    for (const index of blocks) {
      const { role } = truth.blocks[index]!;
      if (role === 'duplicate') continue;
      const before: State | null = STATES[states.at(-1) ?? -1] ?? null;
      state = next(state, role, order, truth.blocks, index);
      const number = state === null ? -1 : STATES.findIndex((each) => same(each, state));
      if (state === null || number < 0 || !mayFollow(before, state)) return fail({ code: 'not-of-the-grammar', block: index });
      done.add(index);
      order.push(index);
      states.push(number);
    }
  }
  return ok({ order, states });
}

const same = (a: State, b: State | null) => b !== null && a.kind === b.kind && a.phase === b.phase && a.since === b.since;

function next(previous: State | null, role: Role, order: readonly number[], blocks: readonly TrueBlock[], index: number): State | null {
  const phase = previous === null ? 'outside' : previous.phase;
  const head = (kind: Kind): State => ({ kind, phase: 'head', since: null });
  const passing = (kind: Kind): State => {
    if (phase === 'end') return { kind, phase: 'body', since: null };
    if (phase !== 'body') return head(kind);
    const since = previous?.since ?? null;
    return { kind, phase: 'body', since: since === null || since >= REACH ? null : since + 1 };
  };
  switch (role) {
    case 'banner':
    case 'furniture':
      return phase === 'outside' ? { kind: role, phase: 'outside', since: null } : passing('furniture');
    case 'kicker':
      return head('kicker');
    case 'headline':
      return head(phase === 'outside' ? 'opening' : 'headline');
    case 'subtitle':
      return head('subtitle');
    case 'byline':
      return phase === 'body' || phase === 'end' ? { kind: 'signature', phase: 'end', since: null } : head('byline');
    case 'subhead':
      return { kind: 'subhead', phase: 'body', since: null };
    case 'caption':
    case 'credit':
      return passing(role);
    case 'body': {
      if (phase === 'end') return { kind: 'paragraph', phase: 'body', since: 0 };
      if (phase !== 'body') return { kind: 'lead', phase: 'body', since: 0 };
      const since = previous?.since ?? null;
      const above = since === null ? undefined : blocks[order[order.length - 1 - since]!];
      return { kind: above?.continues === index ? 'continued' : 'paragraph', phase: 'body', since: 0 };
    }
    case 'duplicate':
      return null;
  }
}
