import { type Role, isArticleRole } from '../../model/role.ts';
import type { MarkedBlock, MarkedTruth } from '../marked-truth.ts';
import type { Laid } from './layout.ts';

/** What the truth says of each block of a page, where it leaves a choice in the way that is nearest to what was found. */
export type NearTruth = {
  readonly roles: readonly Role[]; // by block
  readonly continues: readonly (number | null)[]; // by block: the one that goes on with it
  readonly articles: readonly (readonly number[])[]; // blocks in reading order, banners and the like among them
};

/** Takes what was found where editors may differ (a role that will do), and takes the copy of a repeated block that was set aside for the one to be. */
export function nearestTruth(truth: MarkedTruth, { layout, parts }: Laid): NearTruth {
  const roleOf = new Map([...layout.articles.flat(), ...layout.aside].flatMap(({ role, atoms }) => atoms.map((atom) => [atom, role] as const)));
  const found = new Map(parts.flatMap(({ atom, block, main }) => (main ? [[block, roleOf.get(atom)!] as const] : [])));
  const other = twins(truth.blocks, (block) => found.get(block) === 'duplicate');
  const at = (block: number) => other.get(block) ?? block;
  const placed = new Set(truth.articles.flatMap(({ blocks }) => blocks.map(at)));
  return {
    roles: truth.blocks.map((_, block) => {
      const { role, roles } = truth.blocks[at(block)]!;
      const like = found.get(block);
      return like !== undefined && (roles ?? []).includes(like) && (placed.has(block) || !isArticleRole(like)) ? like : role;
    }),
    continues: truth.blocks.map((_, block) => {
      const next = truth.blocks[at(block)]!.continues;
      return next === null ? null : at(next);
    }),
    articles: truth.articles.map(({ blocks }) => blocks.map(at)),
  };
}

/** The repeated blocks of which the other copy was set aside than the truth has it, and that copy: each by the other. */
function twins(blocks: readonly MarkedBlock[], isSetAside: (block: number) => boolean): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (const { index, duplicate_of: first } of blocks) {
    if (first === undefined || out.has(first) || !isSetAside(first) || isSetAside(index)) continue;
    out.set(first, index);
    out.set(index, first);
  }
  return out;
}
