import { fitOfPinyin } from '#util/pinyin.ts';

/**
 * How well typed letters fit a name: 0 not at all, more is better. Letters must come in order; a run, and the beginning of a word, weigh more. A Chinese name
 * fits by its pinyin too.
 */
export function fit(name: string, typed: string): number {
  const text = name.toLowerCase();
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return 1;
  const whole = text.indexOf(wanted);
  if (whole >= 0) return 1_000 - whole + (whole === 0 ? 500 : 0);
  const pinyin = fitOfPinyin(name, wanted);
  if (pinyin !== null) return pinyin === 'start' ? 1_400 : 700;
  let score = 1;
  let at = -1;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    const found = text.indexOf(letter, at + 1);
    if (found < 0) return 0;
    if (found === at + 1) score += 5;
    if (found === 0 || /[\s\-:,]/.test(text.charAt(found - 1))) score += 8;
    at = found;
  }
  return score;
}

/** The ones whose name fits, best first; in the order given where they fit alike. */
export function bestFits<T>(all: readonly T[], names: (one: T) => readonly string[], typed: string): readonly T[] {
  return all
    .map((one, at) => ({ one, at, score: Math.max(...names(one).map((name) => fit(name, typed))) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .map(({ one }) => one);
}
