/**
 * Characters that not everything reads alike. `control`: C0 without tab and line ends, DEL, C1. `unassigned` is by the Unicode version of the
 * program that runs, noncharacters among them.
 */
export type UnusualKind = 'control' | 'lone-surrogate' | 'private-use' | 'unassigned';

/** One such character of a page: how often, in its source and in what was added to it, and where first, in code points of the source. */
export type UnusualCharacter = { readonly code: number; readonly kind: UnusualKind; readonly count: number; readonly at: number };

const UNUSUAL = /[\p{Cs}\p{Co}\p{Cn}]|(?![\t\n\r\u0085])\p{Cc}/u;
const EACH = new RegExp(UNUSUAL.source, 'gu');

function kindOf(character: string): UnusualKind {
  if (/\p{Cc}/u.test(character)) return 'control';
  if (/\p{Cs}/u.test(character)) return 'lone-surrogate';
  return /\p{Co}/u.test(character) ? 'private-use' : 'unassigned';
}

/** Whether a text may hold an unusual character: one that is not in blocks of which every place is taken, and has been for long. */
function mayHold(text: string): boolean {
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k);
    if (unit >= 0x4e00 && unit <= 0x9fa5) continue; // Chinese characters since Unicode 1.1
    if (unit >= 0x20 && unit < 0x7f) continue;
    if (unit >= 0x3000 && unit <= 0x303f) continue; // marks of Chinese text, since 4.1
    if (unit >= 0xff01 && unit <= 0xff60) continue; // full-width letters and marks, since 3.2
    if (unit >= 0x2010 && unit <= 0x2027) continue; // dashes, quotation marks, dots
    if (unit === 0x0a || unit === 0x0d || unit === 0x09) continue;
    return true;
  }
  return false;
}

/** The unusual characters of a text, by code. `at` turns a UTF-16 offset into what `at` of the result is to be. */
export function unusualIn(text: string, at: (offset: number) => number): readonly UnusualCharacter[] {
  if (!mayHold(text) || !UNUSUAL.test(text)) return [];
  const found = new Map<number, UnusualCharacter>();
  for (const { 0: character, index } of text.matchAll(EACH)) {
    const code = character.codePointAt(0)!;
    const known = found.get(code);
    found.set(code, known ? { ...known, count: known.count + 1 } : { code, kind: kindOf(character), count: 1, at: at(index) });
  }
  return [...found.values()].toSorted((a, b) => a.code - b.code);
}

/** The unusual characters of a source and of what was added to it, together. `added`: texts and where they stand, as `at` gives it. */
export function allUnusual(source: readonly UnusualCharacter[], added: readonly { readonly text: string; readonly at: number }[]): readonly UnusualCharacter[] {
  const found = new Map(source.map((each) => [each.code, each]));
  for (const { text, at } of added) {
    for (const each of unusualIn(text, () => at)) {
      const known = found.get(each.code);
      found.set(each.code, known ? { ...known, count: known.count + each.count, at: Math.min(known.at, at) } : each);
    }
  }
  return [...found.values()].toSorted((a, b) => a.code - b.code);
}

/** Whether a text holds a control character other than tab and line feed. */
function holdsControls(text: string): boolean {
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k);
    if (unit < 0x20 ? unit !== 0x0a && unit !== 0x09 : unit === 0x7f) return true;
  }
  return false;
}

const CONTROLS = /(?![\t\n\u0080-\u009f])\p{Cc}/gu;

/**
 * A text for files that people read and spreadsheets open: control characters other than tab and line feed as the pictures Unicode has of them
 * (U+2400 and on), a carriage return with its line feed as one line feed, alone as a picture too. All else stands.
 */
export function withoutControls(text: string): string {
  return !holdsControls(text) ? text : text.replaceAll('\r\n', '\n').replace(CONTROLS, (character) => {
    const code = character.codePointAt(0)!;
    return String.fromCodePoint(code === 0x7f ? 0x2421 : 0x2400 + code);
  });
}
