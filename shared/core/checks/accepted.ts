import type { Check, Finding } from './check.ts';
import type { PassageText } from './passage-text.ts';

/** A wording that is right as it stands, for one check or (`''`) for all of them. */
export type AcceptedText = { readonly check: string; readonly text: string };

/** The most characters (UTF-16 units) that such a wording has. */
export const LONGEST_ACCEPTED = 60;

/** Wordings by their check and length, for looking them up. */
export type Accepted = ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>>;

export const NOTHING_ACCEPTED: Accepted = new Map();

/** One wording a check. Two that have this alike are the same. */
export const acceptedKey = ({ check, text }: AcceptedText): string => `${check}\t${text}`;

/** A wording as a list holds it: in one line, without blanks about it; null where nothing is left, or too much. */
export function tidyAccepted(text: string): string | null {
  const tidy = text.replaceAll(/\s+/gu, ' ').trim();
  return tidy === '' || tidy.length > LONGEST_ACCEPTED ? null : tidy;
}

/** Wordings, ready to be looked up. */
export function acceptedOf(texts: readonly AcceptedText[]): Accepted {
  const accepted = new Map<string, Map<number, Set<string>>>();
  for (const { check, text } of texts) {
    const lengths = accepted.get(check) ?? new Map<number, Set<string>>();
    lengths.set(text.length, (lengths.get(text.length) ?? new Set<string>()).add(text));
    accepted.set(check, lengths);
  }
  return accepted;
}

/** The wording because of which a finding at a stretch of a text is none: the first of the longest that is accepted and holds the whole stretch; null for none. */
export function acceptedAt(accepted: Accepted, check: string, text: string, from: number, to: number): AcceptedText | null {
  for (const of of [check, '']) {
    const lengths = accepted.get(of);
    if (!lengths) continue;
    for (const length of Array.from(lengths.keys()).toSorted((a, b) => b - a)) {
      const words = lengths.get(length)!;
      for (let start = Math.max(0, to - length); start <= from && start + length <= text.length; start += 1) {
        const word = text.slice(start, start + length);
        if (words.has(word)) return { check: of, text: word };
      }
    }
  }
  return null;
}

/** Where a finding stands in the emended text of its passage; null where what it is about is not read there. */
function stretchOf({ range }: Finding, { at }: PassageText): { readonly from: number; readonly to: number } | null {
  const from = at.findIndex((place) => place >= range.from);
  const to = at.findLastIndex((place) => place < range.to) + 1;
  return from < 0 || to <= from ? null : { from, to };
}

/** The accepted wording because of which a finding is none; null for none. */
export function acceptedFor(accepted: Accepted, finding: Finding, text: PassageText): AcceptedText | null {
  if (accepted.size === 0) return null;
  const stretch = stretchOf(finding, text);
  return stretch && acceptedAt(accepted, finding.check, text.text, stretch.from, stretch.to);
}

/** The wording that would have to be accepted for a finding to be none wherever it is found; null where it is about its place alone. */
export function wordingOf(finding: Finding, { inGeneral }: Pick<Check, 'inGeneral'>, text: PassageText): AcceptedText | null {
  const stretch = stretchOf(finding, text);
  if (!inGeneral || !stretch) return null;
  const { from, to } = inGeneral.about(text.text, stretch.from, stretch.to, finding.data);
  const wording = tidyAccepted(text.text.slice(from, to));
  // What was tidied would not be found in the text again.
  return wording === null || wording !== text.text.slice(from, to) ? null : { check: inGeneral.what === 'spelling' ? '' : finding.check, text: wording };
}
