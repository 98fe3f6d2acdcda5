const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}<>:"/\\|?*\uFEFF\uFF0E\uFF0F\uFF3C\uFF1A\u2028\u2029]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/iu;

/** The bytes of a character in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/**
 * A part of a file name out of any text: no path separators, control, format or private characters, no name that a platform keeps for
 * itself, no blank or dot at its ends, at most `most` bytes of UTF-8, in normal form C. May be empty: whoever calls it puts an id beside it.
 */
export function safeName(text: string, most = 160): string {
  const cleaned = text.normalize('NFC').replace(UNSAFE, ' ').replace(/\s+/gu, ' ').replace(/^[\s.]+|[\s.]+$/gu, '');
  let [out, bytes] = ['', 0];
  for (const character of cleaned) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    out += character;
  }
  out = out.replace(/[\s.]+$/gu, '');
  return RESERVED.test(out) ? `_${out}` : out;
}
