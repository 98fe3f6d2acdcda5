import { type Role, isArticleRole } from '../../model/role.ts';
import type { SplitEdit } from './act.ts';
import type { Unit } from './arrangement.ts';
import { clustersOf, withRunsAsOne } from './clusters.ts';
import type { Atom, Layout, Strip } from './layout.ts';
import { shortestWay } from './search.ts';

/** One edit: the atom it is aimed at, and the true article that it is for (its place among them; null on a page without any). */
export type EditToTruth = { readonly kind: SplitEdit; readonly atom: Atom; readonly article: number | null };

/** `bounded`: in how many places the fewest edits were too dear to find; there a way that works is counted. */
export type EditsToTruth = { readonly edits: readonly EditToTruth[]; readonly bounded: number };

/** At how many arrangements the search looks in one place of a page. */
const BUDGET = 1000;

/**
 * The fewest edits of the model that lead from one split to another. An edit is one act at the desk: `setRole` changes one passage; `movePassages` takes
 * a run of neighbouring passages of one article, in its order, to one place; `setAside` takes such a run, all with one role; `restore` takes one passage,
 * with any role, to any place; `break` and `cutPassage` give the lower part any role of an article. Only what truly stands aside is set aside, and only
 * what truly does not is restored. What stands aside is one atom a passage and has no order; nothing is joined or parted there.
 *
 * - Text: a pair of atoms in one passage that are not to be costs one break, a pair that are to be one join: no edit parts or joins two pairs. Parted first
 *   and joined last, what stays together moves as one unit.
 * - Roles: a passage costs one `setRole` if its top part keeps its side, was not parted from anything above it, and has the wrong role; parting,
 *   joining, setting aside and restoring give the role that is wanted with no further edit.
 * - Each unit to be restored costs one `restore`: last, when its place is there.
 * - Arrangement: found by search, in each part of the page that has the same units before and after by itself (`clusters.ts`, `search.ts`).
 *
 * That the parts of a page may be taken by themselves is not proved but tested: against a search through all edits, applied, on small issues.
 */
export function editsToTruth(found: Layout, truth: Layout, budget = BUDGET): EditsToTruth {
  const units = unitsOf(found, truth);
  const unitOf = new Map(units.flatMap((unit, index) => unit.atoms.map((atom) => [atom, index] as const)));
  const unitsIn = ({ atoms }: Strip): readonly Unit[] => [...new Set(atoms.map((atom) => unitOf.get(atom)!))];
  const asideAs = new Map(truth.aside.flatMap((strip) => unitsIn(strip).map((unit) => [unit, strip.role] as const)));
  const isRestored = (unit: Unit) => units[unit]!.aside && !asideAs.has(unit);
  const task = withRunsAsOne({
    found: found.articles.map((article) => article.flatMap(unitsIn)),
    wanted: truth.articles.map((article) => article.flatMap(unitsIn).filter((unit) => !isRestored(unit))).filter(({ length }) => length > 0),
    aside: new Map([...asideAs].filter(([unit]) => !units[unit]!.aside)),
  });
  const articleFor = articlesOf(units, truth, unitOf);
  const edits: EditToTruth[] = [];
  const add = (kind: SplitEdit, unit: Unit) => void edits.push({ kind, atom: units[unit]!.atoms[0]!, article: articleFor(unit) });

  const passages = [...truth.articles.flat(), ...truth.aside].map((strip) => ({ role: strip.role, made: unitsIn(strip) }));
  for (const { role, made } of passages) {
    made.forEach((unit, index) => {
      const { head, role: was } = units[unit]!;
      if (!head) add(index > 0 || was === role || isArticleRole(was) !== isArticleRole(role) ? 'break' : 'cutPassage', unit);
    });
  }
  let bounded = 0;
  for (const cluster of clustersOf(task)) {
    const { steps, isShortest } = shortestWay(cluster, budget);
    if (!isShortest) bounded += 1;
    for (const { kind, unit } of steps) add(kind, unit);
  }
  for (const { role, made } of passages) {
    for (const unit of made) if (isRestored(unit)) add('restore', unit);
    for (const unit of made.slice(1)) add('join', unit);
    const top = units[made[0]!]!;
    if (top.head && top.role !== role && isArticleRole(top.role) === isArticleRole(role)) add('setRole', made[0]!);
  }
  return { edits, bounded };
}

/** Atoms that stay together. `head`: it was the top of its passage, so that parting gave it no role. */
type Stretch = { readonly atoms: readonly Atom[]; readonly role: Role; readonly head: boolean; readonly aside: boolean };

function unitsOf(found: Layout, truth: Layout): readonly Stretch[] {
  const follows = new Map([...truth.articles.flat(), ...truth.aside].flatMap(({ atoms }) => atoms.slice(1).map((atom, index) => [atom, atoms[index]!] as const)));
  const parted = (aside: boolean) => ({ role, atoms }: Strip): readonly Stretch[] => {
    const runs: Atom[][] = [];
    atoms.forEach((atom, index) => {
      const last = runs.at(-1);
      if (last !== undefined && follows.get(atom) === atoms[index - 1]) last.push(atom);
      else runs.push([atom]);
    });
    return runs.map((run, index) => ({ atoms: run, role, head: index === 0, aside }));
  };
  return [...found.articles.flat().flatMap(parted(false)), ...found.aside.flatMap(parted(true))];
}

/** The true article that an edit to a unit is for: its own; for what stands aside in truth that of the nearest unit above it in the source, else below it. */
function articlesOf(units: readonly Stretch[], truth: Layout, unitOf: ReadonlyMap<Atom, Unit>): (unit: Unit) => number | null {
  const own = new Map(truth.articles.flatMap((article, index) => article.flatMap(({ atoms }) => atoms.map((atom) => [unitOf.get(atom)!, index] as const))));
  const placed = [...own].map(([unit, article]) => ({ atom: units[unit]!.atoms[0]!, article })).toSorted((a, b) => a.atom - b.atom);
  return (unit) => {
    const { atoms: [first] } = units[unit]!;
    return own.get(unit) ?? (placed.findLast(({ atom }) => atom < first!) ?? placed[0])?.article ?? null;
  };
}
