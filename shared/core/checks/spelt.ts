import { creditsIn } from '../names/credits.ts';
import { placesIn } from '../names/places.ts';
import type { Variant } from '../names/variant.ts';
import type { PageLanguage } from './language.ts';

/** A character of a name that is spelt otherwise elsewhere: where it stands in a text (UTF-16 offset), and how likely it is misread, all told. */
export type Spelt = { readonly at: number; readonly variant: Variant; readonly probability: number };

const LEAST = 0.4; // what is less likely is not told
const HEARD = 0.25; // from which the characters around have a say

/** The names in a text that the archive likely spells otherwise, in their order. Of names that lie in one another the likeliest is told. Where the characters around say the same, it is as likely as they say. */
export function speltOtherwise(text: string, language: PageLanguage): readonly Spelt[] {
  const variants = language.variantsIn(text);
  if (variants.length === 0) return [];
  const misreadings = language.misreadings(text);
  const credits = creditsIn(text);
  const isCredited = (at: number) => credits.some((one) => one.at <= at && at < one.at + one.name.length);
  const best = new Map<number, Spelt>();
  for (const variant of variants) {
    for (const start of placesIn(text, variant)) {
      const at = start + variant.at;
      const likely = isCredited(at) ? 0 : (misreadings.find((one) => one.at === at && one.read !== '' && one.meant === variant.meant.name[variant.at] && one.probability >= HEARD)?.probability ?? 0);
      const probability = 1 - (1 - variant.probability) * (1 - likely);
      if (probability >= LEAST && probability > (best.get(at)?.probability ?? 0)) best.set(at, { at, variant, probability });
    }
  }
  return [...best.values()].toSorted((a, b) => a.at - b.at);
}
