const DIGITS = '0123456789';

/**
 * By UTF-16 unit, 1: a text that begins with it may match the pattern, which has the form `^(?:one|other|…)`; each of these begins with a character, a list of
 * characters or a digit. Most texts begin otherwise, and need not be searched.
 */
export function beginningsOf({ source }: RegExp): Uint8Array {
  const may = new Uint8Array(1 << 16);
  for (const alternative of alternativesIn(unescaped(source).slice('^(?:'.length, -1))) {
    const list = /^\[([^\]]+)\]/u.exec(alternative)?.[1] ?? (alternative.startsWith('\\d') ? DIGITS : alternative.charAt(0));
    for (let k = 0; k < list.length; k += 1) may[list.charCodeAt(k)] = 1;
  }
  return may;
}

/** The source with characters for their codes: what is built for release writes every pattern in ASCII. */
function unescaped(source: string): string {
  return source.replaceAll(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/giu, (_whole, four: string | undefined, two: string | undefined) => String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)));
}

/** What stands between the bars that are in no bracket. */
function alternativesIn(source: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (character === '|' && depth === 0) {
      found.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, source.slice(from)];
}
