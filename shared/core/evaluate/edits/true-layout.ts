import { type Role, isArticleRole } from '../../model/role.ts';
import type { MarkedTruth } from '../marked-truth.ts';
import type { Atom, Laid, Layout, Part, Strip } from './layout.ts';
import { type NearTruth, nearestTruth } from './nearest-truth.ts';

/**
 * The true layout of a page: of all that the truth allows, the one nearest to what was found, for an editor would leave it so.
 * - Where editors may differ, a role that will do is left; either copy of a repeated block may be the one set aside.
 * - The lines of a headline may be one passage or several, and so may what stands aside.
 * - Truth tells the role of whole blocks. A part of a block that was found to have another role than the block is left as it is, unless the
 *   block's paragraph goes on across it.
 */
export function trueLayout(truth: MarkedTruth, laid: Laid): Layout {
  const near = nearestTruth(truth, laid);
  const strips = [...laid.layout.articles.flat(), ...laid.layout.aside];
  const follows = new Map(strips.flatMap(({ atoms }) => atoms.slice(1).map((atom, index) => [atoms[index]!, atom] as const)));
  const roles = rolesOf(near, laid.parts, new Map(strips.flatMap(({ role, atoms }) => atoms.map((atom) => [atom, role] as const))));
  const partsOf = new Map<number, Part[]>();
  for (const part of laid.parts) partsOf.set(part.block, [...(partsOf.get(part.block) ?? []), part]);

  const articleOf = (blocks: readonly number[]): readonly Strip[] => {
    const made: { readonly role: Role; readonly atoms: Atom[] }[] = [];
    const before = new Map<number, Atom>(); // the last atom of the block that goes on in this one
    for (const block of blocks) {
      let above = before.get(block);
      for (const { atom } of partsOf.get(block) ?? []) {
        const role = roles[atom]!;
        if (!isArticleRole(role)) continue;
        const strip = above === undefined ? undefined : made.find(({ atoms }) => atoms.includes(above!));
        if (strip?.role === role && (role === 'body' || follows.get(above!) === atom)) strip.atoms.push(atom);
        else made.push({ role, atoms: [atom] });
        above = atom;
      }
      const next = near.continues[block];
      if (above !== undefined && next !== null && next !== undefined) before.set(next, above);
    }
    return made;
  };
  const aside = strips.flatMap(({ atoms }) => {
    const runs: { readonly role: Role; readonly atoms: Atom[] }[] = [];
    atoms.forEach((atom, index) => {
      const role = roles[atom]!;
      const last = runs.at(-1);
      if (isArticleRole(role)) return;
      if (last?.role === role && last.atoms.at(-1) === atoms[index - 1]) last.atoms.push(atom);
      else runs.push({ role, atoms: [atom] });
    });
    return runs;
  });
  return { articles: near.articles.map(articleOf).filter(({ length }) => length > 0), aside };
}

/** The true role of every atom. */
function rolesOf({ roles, continues }: NearTruth, parts: readonly Part[], found: ReadonlyMap<Atom, Role>): readonly Role[] {
  const goesOn = new Set(continues.filter((next) => next !== null));
  const mains = new Map(parts.flatMap(({ atom, block, main }) => (main ? [[block, atom] as const] : [])));
  return parts.map(({ atom, block, main }) => {
    const role = roles[block]!;
    const across = atom < mains.get(block)! ? goesOn.has(block) : continues[block] !== null;
    return main || across || !isArticleRole(role) ? role : found.get(atom)!;
  });
}
