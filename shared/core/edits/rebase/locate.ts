import type { Anchor } from './anchor.ts';

const BLANK = /[\p{White_Space}\uFEFF\u200B]/u;
const BLANKS = /[\p{White_Space}\uFEFF\u200B]+/gu;

/** A source without its blanks, with the way back. Two scans of one page differ in line ends and spaces first of all. */
export type Squashed = { readonly text: string; readonly offsets: readonly number[] };

export function squash(source: string): Squashed {
  const offsets: number[] = [];
  let text = '';
  for (let i = 0; i < source.length; i += 1) {
    if (BLANK.test(source[i]!)) continue;
    text += source[i];
    offsets.push(i);
  }
  return { text, offsets };
}

/** Every place where a text occurs. */
function occurrences(text: string, wanted: string): readonly number[] {
  const out: number[] = [];
  if (!wanted) return out;
  for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + 1)) out.push(i);
  return out;
}

const nearest = (places: readonly number[], to: number) =>
  places.reduce<number | null>((best, place) => (best === null || Math.abs(place - to) < Math.abs(best - to) ? place : best), null);

/** Surroundings shorter than this say nothing. */
const ENOUGH = 6;

/** What must be there of an anchor's surroundings. A passage is known by how it begins alone; a place inside a text only by both sides. */
export type Evidence = { readonly kind: 'beginning' } | { readonly kind: 'both-sides'; readonly middle?: string };

/**
 * Where an anchor's place is in another source, as an index of its squashed text; null if its surroundings are gone. `middle` is
 * text that stands at the place now (a correction that the new scan already has). Where one side was changed, the half of it that
 * is nearest to the place will do. Of several places the one at about the same depth of the page is taken.
 */
export function locate(anchor: Anchor, source: Squashed, depth: number, evidence: Evidence): number | null {
  const before = anchor.before.replace(BLANKS, '');
  const after = anchor.after.replace(BLANKS, '');
  const middle = evidence.kind === 'both-sides' ? (evidence.middle ?? '').replace(BLANKS, '') : '';
  const half = (side: string) => Math.max(ENOUGH, Math.ceil(side.length / 2));
  const [near, next] = [before.slice(-half(before)), after.slice(0, half(after))];
  const attempts: (readonly [string, string])[] = [[before, after], [before, next], [near, after], [near, next]];
  if (evidence.kind === 'beginning') attempts.push(['', after], ['', next]);
  const expected = depth * source.text.length;
  for (const [left, right] of attempts) {
    if (left.length + right.length < ENOUGH && left.length + right.length < before.length + after.length) continue;
    const place = nearest(occurrences(source.text, left + middle + right), expected);
    if (place !== null) return place + left.length;
  }
  return null;
}

/** The source offset of an index of the squashed text. The end of the text is behind its last character. */
export function unsquash(source: Squashed, index: number): number {
  return source.offsets[index] ?? (source.offsets.at(-1) ?? -1) + 1;
}

/** What stands about where an anchor's place should be: for showing a person what became of it. */
export function surroundings(anchor: Anchor, source: Squashed, depth: number): string {
  const expected = depth * source.text.length;
  for (const [side, shift] of [[anchor.before, 1], [anchor.after, 0]] as const) {
    const text = side.replace(BLANKS, '');
    const known = shift ? text.slice(-ENOUGH) : text.slice(0, ENOUGH);
    const place = known.length < 3 ? null : nearest(occurrences(source.text, known), expected);
    if (place !== null) return source.text.slice(Math.max(0, place - 8), place + known.length + 16);
  }
  return '';
}
