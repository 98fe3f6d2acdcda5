import { isBlank } from '../parse/characters.ts';

/** Stands for the end of a text or of a block: a unit that no page has. */
export const BREAK = 1;

const DIGIT = 0x30;
const LETTER = 0x61;
const NOTHING = 0;
const FOLDED = foldTable();

function foldTable(): Uint16Array {
  const table = Uint16Array.from({ length: 1 << 16 }, (_, unit) => (isBlank(unit) ? NOTHING : unit));
  for (const end of [0x0a, 0x0d]) table[end] = BREAK;
  for (let unit = 0x21; unit < 0x7f; unit += 1) table[unit] = unit + 0xfee0; // marks as wide as Chinese characters
  for (const [from, to, as] of [[0x30, 0x39, DIGIT], [0x41, 0x5a, LETTER], [0x61, 0x7a, LETTER], [0xff10, 0xff19, DIGIT], [0xff21, 0xff3a, LETTER], [0xff41, 0xff5a, LETTER]] as const) {
    for (let unit = from; unit <= to; unit += 1) table[unit] = as;
  }
  return table;
}

/** A text as language evidence counts it: digits are all alike, so are Latin letters; marks have one width; blanks are nothing, ends of lines are breaks. */
export type Units = {
  readonly units: Uint16Array; // two breaks before and behind
  readonly at: Int32Array; // for each unit, where it stands in the text
};

export const PADDING = 2;

/** A text as units. Breaks that follow each other count as one. */
export function unitsOf(text: string): Units {
  const units = new Uint16Array(text.length + 2 * PADDING);
  const at = new Int32Array(units.length);
  units.fill(BREAK, 0, PADDING);
  let length = PADDING;
  for (let i = 0; i < text.length; i += 1) {
    const unit = FOLDED[text.charCodeAt(i)]!;
    if (unit === NOTHING || (unit === BREAK && units[length - 1] === BREAK)) continue;
    units[length] = unit;
    at[length] = i;
    length += 1;
  }
  units.fill(BREAK, length, length + PADDING);
  at.fill(text.length, length, length + PADDING);
  return { units: units.subarray(0, length + PADDING), at: at.subarray(0, length + PADDING) };
}
