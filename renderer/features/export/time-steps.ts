/** Articles of one stretch of time. `from` is a month, a year or the first year of a decade. */
export type TimeStep = { readonly from: string; readonly articles: number };
type Month = { readonly month: string; readonly articles: number };

const MOST = 48; // bars that can be told from each other in the width there is

/** Articles by month, or where that is too many bars by year, or by decade; with the steps between in which there are none. Months that are not known count by their year only; pages without a date are left out. */
export function timeSteps(months: readonly Month[]): { readonly unit: 'month' | 'year' | 'decade'; readonly steps: readonly TimeStep[] } {
  const dated = months.filter(({ month }) => month !== '');
  const first = dated[0]?.month;
  const last = dated.at(-1)?.month;
  if (first === undefined || last === undefined) return { unit: 'month', steps: [] };
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  const isByMonth = dated.every(({ month }) => month.length === 'YYYY-MM'.length) && monthNumber(last) - monthNumber(first) < MOST;
  const unit = isByMonth ? 'month' : years <= MOST ? 'year' : 'decade';
  const counts = new Map<number, number>();
  const place = { month: monthNumber, year: (month: string) => Number(month.slice(0, 4)), decade: (month: string) => Math.floor(Number(month.slice(0, 4)) / 10) }[unit];
  for (const { month, articles } of dated) counts.set(place(month), (counts.get(place(month)) ?? 0) + articles);
  const begin = place(first);
  const steps = Array.from({ length: place(last) - begin + 1 }, (_, at) => ({ from: name[unit](begin + at), articles: counts.get(begin + at) ?? 0 }));
  return { unit, steps };
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const year = (at: number): string => String(at).padStart(4, '0');
const name = {
  month: (at: number) => `${year(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`,
  year,
  decade: (at: number) => year(at * 10),
};
