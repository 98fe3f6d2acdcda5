import type { SplitEdit } from '#core/evaluate/edits/act.ts';
import { editsToTruth } from '#core/evaluate/edits/edits-to-truth.ts';
import { layOut } from '#core/evaluate/edits/layout.ts';
import type { Atom, Laid, Layout } from '#core/evaluate/edits/layout.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Role } from '#core/model/role.ts';
import type { Block } from '#core/parse/blocks.ts';
import { stopOf } from '../../../../renderer/state/desk-outline.ts';

/** Where a page is to get to: its blocks, and the layout wanted, which may hang on what was found. */
export type Goal = { readonly blocks: readonly Block[]; readonly truth: (laid: Laid) => Layout };

/** An edit that is left to do, and the passage it is aimed at. */
export type Aim = { readonly kind: SplitEdit; readonly passage: PassageId };

/** What is wanted of a passage, going by how it begins and ends: its role, and the passages that hold what stands above and below it (null: nothing). */
export type Wanted = { readonly role: Role; readonly above: PassageId | null; readonly below: PassageId | null };

/** What a page still lacks. */
export type Left = { readonly aims: readonly Aim[]; readonly wanted: ReadonlyMap<PassageId, Wanted> };

const BUDGET = 30; // of the search for the fewest edits in one place of a page: it is asked for very often

const EXACT = 200; // … where it says what is least

/** How many edits lead from a page to its goal at least. */
export function fewestEdits(issue: Issue, { blocks, truth }: Goal): number {
  const laid = layOut(issue, blocks);
  return editsToTruth(laid.layout, truth(laid), EXACT).edits.length;
}

const known = new WeakMap<Issue, Left>();

/** The fewest edits that lead a page to its goal. */
export function leftOn(issue: Issue, goal: Goal): Left {
  const before = known.get(issue);
  if (before) return before;
  const left = look(issue, goal);
  known.set(issue, left);
  return left;
}

/** Says that a page lacks what it lacked before: nothing stands elsewhere. */
export function keepLeft(before: Issue, after: Issue): void {
  const left = known.get(before);
  if (left) known.set(after, left);
}

function look(issue: Issue, { blocks, truth }: Goal): Left {
  const laid = layOut(issue, blocks);
  const goal = truth(laid);
  const strips = [...laid.layout.articles.flat(), ...laid.layout.aside];
  // Strips and passages stand in the same order; a passage of typed text only has no strip.
  const printed = [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside].filter(({ pieces }) => pieces.some(({ kind }) => kind === 'kept' || kind === 'struck'));
  const holding = new Map(strips.flatMap(({ atoms }, index) => atoms.map((atom) => [atom, printed[index]!.id] as const)));
  const roles = new Map([...goal.articles.flat(), ...goal.aside].flatMap(({ role, atoms }) => atoms.map((atom) => [atom, role] as const)));
  const orders = goal.articles.map((article) => article.flatMap(({ atoms }) => atoms));
  const beside = (step: 1 | -1) => new Map(orders.flatMap((atoms) => atoms.map((atom, i) => [atom, atoms[i + step]] as const)));
  const [above, below] = [beside(-1), beside(1)];
  const holder = (atom: Atom | undefined) => (atom === undefined ? null : holding.get(atom)!);
  return {
    aims: editsToTruth(laid.layout, goal, BUDGET).edits.map(({ kind, atom }) => ({ kind, passage: holding.get(atom)! })),
    wanted: new Map(strips.map(({ atoms }, index) => [printed[index]!.id, { role: roles.get(atoms[0]!)!, above: holder(above.get(atoms[0]!)), below: holder(below.get(atoms.at(-1)!)) }])),
  };
}

/** Whether an edit has to do with an article: it is aimed at a passage of it, puts the one below to it, or brings something to where it is wanted below a passage of it. */
export function concerns(issue: Issue, position: number, { kind, passage }: Aim, { wanted }: Left): boolean {
  const at = stopOf(issue, passage)!.article;
  if (at === position || (kind === 'mergeAbove' && at === position + 1)) return true;
  const above = wanted.get(passage)?.above ?? null;
  return (kind === 'movePassages' || kind === 'join' || kind === 'restore') && above !== null && stopOf(issue, above)!.article === position;
}
