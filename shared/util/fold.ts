/**
 * A text as it is compared when something is looked for: full-width letters, digits and marks as half-width ones, capitals as small letters.
 * As long as before, unit by unit.
 */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : code === 0x3000 ? ' ' : text[i]!;
    const small = half.toLowerCase();
    out += small.length === 1 ? small : half;
  }
  return out;
}
