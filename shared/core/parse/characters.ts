/** Whether a UTF-16 unit is blank in the sense of the model: Unicode white space, U+FEFF, U+200B. */
export function isBlank(unit: number): boolean {
  if (unit > 0x20 && unit < 0x85) return false;
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  if (unit < 0x3000) {
    return (
      unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f
    );
  }
  return unit === 0x3000 || unit === 0xfeff;
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

/** The kind of a UTF-16 unit. Half-width and full-width marks are the same kind. */
export function characterKind(unit: number): CharacterKind {
  if (isHan(unit)) return 'han';
  if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) return 'digit';
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return 'latin';
  if (FINAL.has(unit)) return 'final';
  if (CLOSING.has(unit)) return 'closing';
  if (PAUSE.has(unit)) return 'pause';
  if (OPENING.has(unit)) return 'opening';
  if (unit === 0x3a || unit === 0xff1a) return 'colon';
  if (unit === 0x2014 || unit === 0x2015 || unit === 0x2500 || unit === 0x2d) return 'dash';
  if (BULLET.has(unit)) return 'bullet';
  return 'other';
}
