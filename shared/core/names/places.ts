import { endAt } from './bodies.ts';
import { stemOf } from './count-bodies.ts';
import { creditsIn } from './credits.ts';
import { titledIn } from './titles.ts';
import type { Variant } from './variant.ts';

const SHORT = 2; // characters of people's names that stand in other words too

/** Where a name stands in a text (UTF-16 offsets): people of two characters only in credits and behind titles, offices and places where they end as such. */
export function placesIn(text: string, { kind, read: { name } }: Pick<Variant, 'kind' | 'read'>): readonly number[] {
  if (kind === 'person' && name.length === SHORT) return [...new Set([...creditsIn(text), ...titledIn(text)].flatMap((one) => (one.name === name ? [one.at] : [])))].toSorted((a, b) => a - b);
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) if (kind === 'person' || endAt(text, at + stemOf(name)) !== null) places.push(at);
  return places;
}
