/** What is escaped, and what XML has no way to write, not even by number: C0 controls but tab and line ends, lone surrogates, U+FFFE, U+FFFF. */
const TOLD = /[&<>"\r\p{Cs}\uFFFE\uFFFF]|(?![\t\n\u0080-\u009F\u007F])\p{Cc}/gu;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** What stands for a character that XML forbids: markup, or text that was escaped. */
export type Substitute = (code: number) => string;

/** A picture of it: control characters as Unicode has pictures of them, all else the replacement character. */
export const pictured: Substitute = (code) => (code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD');

/** A text as the content of an element; line feeds are line beginnings, `<lb/>`. */
export function content(text: string, substitute: Substitute): string {
  return escaped(text, substitute).replaceAll('\n', '<lb/>');
}

/** A text as an attribute's value, or as content that keeps its line feeds. */
export function value(text: string): string {
  return escaped(text, pictured).replace(/[\n\t]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** Whether a text may hold anything of it: most hold nothing, and looking for classes of characters takes longer. */
function mayHold(text: string): boolean {
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k);
    if (unit > 0x3e && unit < 0xd800) continue; // behind the last sign of markup
    if (unit >= 0xd800 ? unit < 0xe000 || unit >= 0xfffe : unit < 0x20 ? unit !== 0x0a && unit !== 0x09 : unit === 0x26 || unit === 0x3c || unit === 0x3e || unit === 0x22) return true;
  }
  return false;
}

function escaped(text: string, substitute: Substitute): string {
  return !mayHold(text) ? text : text.replace(TOLD, (character) => ESCAPED[character] ?? substitute(character.codePointAt(0)!));
}

const NAMED = /[A-Za-z0-9.\-\u4E00-\u9FA5]/u;
const FIRST = /[A-Za-z\u4E00-\u9FA5]/u;

/**
 * A text as an `xml:id`, the same one for no two texts: Latin letters, digits and Chinese characters stand (those that XML knew in its first edition, which is
 * what most readers go by), a slash is a middle dot, all else is written by its number.
 */
export function xmlId(text: string): string {
  const points = Array.from(text.normalize('NFC'));
  return points.map((character, at) => {
    if (at > 0 && character === '/') return '·';
    if ((at === 0 ? FIRST : NAMED).test(character)) return character;
    // An underscore that would read as the beginning of a number is a number itself.
    if (character === '_' && points[at + 1] !== 'x') return character;
    return `_x${character.codePointAt(0)!.toString(16).toUpperCase()}_`;
  }).join('');
}

/** What an attribute takes as one word: blanks and what is invisible are underscores. Null where nothing is left. */
export function token(text: string): string | null {
  const word = text.replace(/[\p{C}\p{Z}]+/gu, '_');
  return word === '' ? null : value(word);
}

/** Attributes as they are written; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values).map(([name, said]) => (said === null || said === '' ? '' : ` ${name}="${said}"`)).join('');
}
