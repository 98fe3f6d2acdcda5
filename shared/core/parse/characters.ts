import { shorts } from '#util/scratch.ts';

/** Whether a UTF-16 unit is blank in the sense of the model: Unicode white space, U+FEFF, U+200B. */
export function isBlank(unit: number): boolean {
  if (unit > 0x3000) return unit === 0xfeff; // most are Chinese, or marks as wide as these
  if (unit > 0x20 && unit < 0x85) return false;
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  if (unit === 0x3000) return true;
  return unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f;
}

/** The UTF-16 units of a text side by side: to ask a text for each, and even more a part of one, takes several times as long. */
export function unitsOf(text: string): Uint16Array {
  const units = shorts(text.length);
  for (let i = 0; i < units.length; i += 1) units[i] = text.charCodeAt(i);
  return units;
}

/** Whether a UTF-16 unit belongs to a Chinese character. Surrogates count: beyond the BMP a page holds rare Chinese characters. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007 || (unit >= 0xd800 && unit <= 0xdfff);
}

const ending = (characters: string): ReadonlySet<number> => new Set([...characters].map((each) => each.charCodeAt(0)));

const FINAL = ending('。！？!?…');
const CLOSING = ending('”’"』」》〉】）)］]');
const PAUSE = ending('，,、；;');
const OPENING = ending('“‘『「《〈【（([［');
const BULLET = ending('●■◆▲★○□◇△☆▶•·※＊*');

/** What a character does in a sentence, as far as its form tells. Closed: the features count on it. */
export const CHARACTER_KINDS = ['none', 'han', 'digit', 'latin', 'final', 'closing', 'pause', 'opening', 'colon', 'dash', 'bullet', 'other'] as const;
export type CharacterKind = (typeof CHARACTER_KINDS)[number];

const UNITS = 1 << 16;

/** The kind of every UTF-16 unit, as a place in `CHARACTER_KINDS`: a page asks thousands of times. */
const KIND_OF_UNIT = kindTable();

function kindTable(): Uint8Array {
  const table = new Uint8Array(UNITS).fill(CHARACTER_KINDS.indexOf('other'));
  const mark = (kind: CharacterKind, units: Iterable<number>) => {
    for (const unit of units) table[unit] = CHARACTER_KINDS.indexOf(kind);
  };
  mark('bullet', BULLET);
  mark('dash', ending('—―─-'));
  mark('colon', ending(':：'));
  mark('opening', OPENING);
  mark('pause', PAUSE);
  mark('closing', CLOSING);
  mark('final', FINAL);
  mark('latin', ending('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'));
  mark('digit', ending('0123456789０１２３４５６７８９'));
  const han = CHARACTER_KINDS.indexOf('han');
  for (let unit = 0; unit < UNITS; unit += 1) if (isHan(unit)) table[unit] = han;
  return table;
}

/** The place in `CHARACTER_KINDS` of the kind of a UTF-16 unit. */
export const kindOfUnit = (unit: number): number => KIND_OF_UNIT[unit]!;

/** The kind of a UTF-16 unit; `other` for what is none, as before a text begins. Half-width and full-width marks are the same kind. */
export function characterKind(unit: number): CharacterKind {
  return CHARACTER_KINDS[KIND_OF_UNIT[unit] ?? -1] ?? 'other';
}
