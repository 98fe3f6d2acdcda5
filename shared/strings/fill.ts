import { parse } from './parse.ts';
import type { Part } from './parse.ts';

export type Params = Readonly<Record<string, string | number>>;

/**
 * Puts params into a sentence: `{name}`, and `{count, plural, =0 {none} one {# page} other {# pages}}`, where `#` is the number.
 * Which plural form is meant is the language's own rule (Intl.PluralRules). `missing` says what stands where a param is not given.
 */
export function fill(sentence: string, params: Params, language: string, missing: (name: string) => string): string {
  return write(parse(sentence), null);

  function write(parts: readonly Part[], count: number | null): string {
    return parts.map((part) => one(part, count)).join('');
  }

  function one(part: Part, count: number | null): string {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'count') return count === null ? '#' : number(count);
    const value = params[part.name];
    if (value === undefined) return missing(part.name);
    if (part.kind === 'param') return typeof value === 'number' ? number(value) : value;
    if (typeof value !== 'number') return missing(part.name);
    const form = part.forms.get(`=${value}`) ?? part.forms.get(rules(language).select(value)) ?? part.forms.get('other');
    return form === undefined ? missing(part.name) : write(form, value);
  }

  function number(value: number): string {
    return numbers(language).format(value);
  }
}

const rules = remembered((language) => new Intl.PluralRules(language));
const numbers = remembered((language) => new Intl.NumberFormat(language));

// Making an Intl object costs more than using it a hundred times.
function remembered<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const there = made.get(language);
    if (there !== undefined) return there;
    const fresh = make(language);
    made.set(language, fresh);
    return fresh;
  };
}
