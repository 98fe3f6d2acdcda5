import type { ChosenPlaces, Concordance, PlaceRow } from '#contract/schemas/concordance.ts';

/** Which places are ticked: whether those in articles that are not approved are, those in approved ones, and the places that were ticked or unticked one by one. */
export type Ticks = {
  readonly open: boolean;
  readonly approved: boolean;
  readonly single: ReadonlyMap<string, Single>;
};

type Single = { readonly issue: number; readonly key: string; readonly approved: boolean; readonly on: boolean };

/** What is shown is ticked, but for approved articles: those are only touched by whoever says so. */
export const FIRST_TICKS: Ticks = { open: true, approved: false, single: new Map() };

const idOf = ({ issue, key }: Pick<PlaceRow, 'issue' | 'key'>): string => `${issue} ${key}`;
const isApproved = ({ status }: Pick<PlaceRow, 'status'>): boolean => status === 'approved';
const asOthers = (ticks: Ticks, approved: boolean): boolean => (approved ? ticks.approved : ticks.open);

/** Whether a place is ticked. */
export const isTicked = (ticks: Ticks, row: PlaceRow): boolean => ticks.single.get(idOf(row))?.on ?? asOthers(ticks, isApproved(row));

/** Ticks a place, or takes its tick away. */
export function toggled(ticks: Ticks, row: PlaceRow): Ticks {
  const single = new Map(ticks.single);
  const on = !isTicked(ticks, row);
  if (on === asOthers(ticks, isApproved(row))) single.delete(idOf(row));
  else single.set(idOf(row), { issue: row.issue, key: row.key, approved: isApproved(row), on });
  return { ...ticks, single };
}

/** All ticked, approved or not as was said, or none. */
export const toggledAll = (ticks: Ticks, counts: Counts): Ticks => ({ open: countTicked(ticks, counts) === 0, approved: false, single: new Map() });

export type Counts = Pick<Concordance, 'places' | 'approved'>;

/** How many places are ticked. */
export function countTicked(ticks: Ticks, { places, approved }: Counts): number {
  let count = (ticks.open ? places - approved : 0) + (ticks.approved ? approved : 0);
  for (const { on } of ticks.single.values()) count += on ? 1 : -1;
  return Math.max(0, Math.min(places, count));
}

/** The ticked places as the engine is told them. */
export function chosenPlaces({ open, approved, single }: Ticks): ChosenPlaces | null {
  const named = (is: (one: Single) => boolean) => [...single.values()].filter(is).map(({ issue, key }) => ({ issue, key }));
  if (open) return { which: 'all', approved, but: named(({ on }) => !on), and: named(({ on }) => on) };
  const places = named(({ on }) => on);
  return places.length > 0 ? { which: 'named', places } : null;
}
