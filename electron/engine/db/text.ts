/**
 * The SQLite binding cuts bound text at the first NUL and turns lone surrogates into U+FFFD, without saying so.
 * Each such unit is written as U+FDD0 and four nibbles U+FDD1 to U+FDE0: code points that Unicode keeps for a program's own use
 * and that no text is searched for. Where they stand in a text themselves they are written the same way, so that every string comes
 * back exactly. Ordinary text is stored as it is.
 */
const AWKWARD = /\0|[\uFDD0-\uFDE0]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const WRITTEN = /\uFDD0([\uFDD1-\uFDE0]{4})/g;
const MARK = '\uFDD0';
const NIBBLE = 0xfdd1;

function writeUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  return MARK + String.fromCharCode(...[12, 8, 4, 0].map((shift) => NIBBLE + ((code >> shift) & 15)));
}

function readUnit(_whole: string, nibbles: string): string {
  return String.fromCharCode(Array.from(nibbles).reduce((code, nibble) => code * 16 + nibble.charCodeAt(0) - NIBBLE, 0));
}

/** Text as it may be bound: well formed and without NUL. */
export function toStored(text: string): string {
  return text.replace(AWKWARD, writeUnit);
}

/** The text that `toStored` was given. */
export function fromStored(stored: string): string {
  return stored.includes(MARK) ? stored.replace(WRITTEN, readUnit) : stored;
}
