export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count' } // `#` inside a plural form
  | { readonly kind: 'param'; readonly name: string }
  | { readonly kind: 'plural'; readonly name: string; readonly forms: ReadonlyMap<string, readonly Part[]> };

const parsed = new Map<string, readonly Part[]>();

/** Takes a sentence apart. Throws where its braces do not close: the string files are ours, so that is a bug. */
export function parse(sentence: string): readonly Part[] {
  const known = parsed.get(sentence);
  if (known !== undefined) return known;
  const [parts, end] = read(sentence, 0, false);
  if (end !== sentence.length) throw new Error(`a brace too many in: ${sentence}`);
  parsed.set(sentence, parts);
  return parts;
}

/** The names of the params a sentence asks for, sorted. */
export function paramNames(sentence: string): readonly string[] {
  const names = new Set<string>();
  const collect = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.kind === 'param' || part.kind === 'plural') names.add(part.name);
      if (part.kind === 'plural') for (const form of part.forms.values()) collect(form);
    }
  };
  collect(parse(sentence));
  return [...names].sort();
}

/** Reads parts from `from` to the closing brace of a plural form, or to the end. Gives them and where it stopped. */
function read(sentence: string, from: number, inForm: boolean): readonly [readonly Part[], number] {
  const parts: Part[] = [];
  let text = '';
  let at = from;
  const closeText = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  while (at < sentence.length && sentence[at] !== '}') {
    const char = sentence[at];
    if (char === '{') {
      closeText();
      const [part, next] = readParam(sentence, at);
      parts.push(part);
      at = next;
    } else {
      if (char === '#' && inForm) {
        closeText();
        parts.push({ kind: 'count' });
      } else {
        text += char;
      }
      at += 1;
    }
  }
  closeText();
  return [parts, at];
}

const param = /\{\s*(\w+)\s*(\}|,\s*plural\s*,\s*)/y;
const form = /\s*(=\d+|zero|one|two|few|many|other)\s*\{/y;
const close = /\s*\}/y;

function readParam(sentence: string, from: number): readonly [Part, number] {
  const head = match(param, sentence, from);
  const name = head?.[1];
  if (head === null || name === undefined) throw new Error(`a parameter that cannot be read in: ${sentence}`);
  let at = from + head[0].length;
  if (head[2] === '}') return [{ kind: 'param', name }, at];

  const forms = new Map<string, readonly Part[]>();
  for (let found = match(form, sentence, at); found !== null; found = match(form, sentence, at)) {
    const [parts, end] = read(sentence, at + found[0].length, true);
    if (sentence[end] !== '}') throw new Error(`a plural form that does not close in: ${sentence}`);
    forms.set(found[1] ?? '', parts);
    at = end + 1;
  }
  const end = match(close, sentence, at);
  if (end === null || !forms.has('other')) throw new Error(`a plural without an end or without "other" in: ${sentence}`);
  return [{ kind: 'plural', name, forms }, at + end[0].length];
}

function match(pattern: RegExp, sentence: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(sentence);
}
