/**
 * How characters are read alike: simplified and traditional forms, full and half width, letters of either case. All of it is one UTF-16 unit for another,
 * so that a place in the folded text is the same place in the text.
 */
export type Folding = {
  /** Of each unit the one it is read as, but for case. */
  readonly forms: Uint16Array;
  /** The same with case. */
  readonly whole: Uint16Array;
  /** All units that are read as this one is, ascending; itself at least. */
  readonly alike: (unit: number) => readonly number[];
};

const UNITS = 0x10000;

/** The half-width form of what has one in ASCII. */
const narrow = (unit: number): number => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 0x20 : unit);

function small(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** `groups`: forms of one another, the simplified first, groups parted by spaces (resources/lexicon/variants.json). */
export function makeFolding(groups: string): Folding {
  const forms = Uint16Array.from({ length: UNITS }, (_, unit) => narrow(unit));
  for (const group of groups.split(' ')) for (let at = 1; at < group.length; at += 1) forms[group.charCodeAt(at)] = group.charCodeAt(0);
  const whole = forms.map(small);
  const others = new Map<number, number[]>();
  for (let unit = 0; unit < UNITS; unit += 1) {
    const read = whole[unit]!;
    if (read === unit) continue;
    const known = others.get(read);
    if (known) known.push(unit);
    else others.set(read, [unit]);
  }
  const alike = (unit: number): readonly number[] => {
    const read = whole[unit]!;
    const rest = others.get(read);
    return rest ? [...(whole[read] === read ? [read] : []), ...rest].toSorted((a, b) => a - b) : [read];
  };
  return { forms, whole, alike };
}

/** A text with each unit as the table reads it. */
export function foldText(text: string, table: Uint16Array): string {
  let out = '';
  for (let from = 0; from < text.length; from += STRETCH) {
    const units = Array.from({ length: Math.min(STRETCH, text.length - from) }, (_, at) => table[text.charCodeAt(from + at)]!);
    out += String.fromCharCode(...units);
  }
  return out;
}

const STRETCH = 4_096; // units handed over at once: a call takes only so many arguments
