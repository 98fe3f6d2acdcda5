import en from '#resources/strings/en.json' with { type: 'json' };
import zhHans from '#resources/strings/zh-Hans.json' with { type: 'json' };
import { fill } from './fill.ts';
import type { Params } from './fill.ts';

/** Every sentence the program can say. English is the source of truth: a key that is not there does not compile. */
export type StringKey = keyof typeof en;
export type StringLanguage = 'en' | 'zh-Hans';

const sentences: { readonly [L in StringLanguage]: Readonly<Record<StringKey, string>> } = { en, 'zh-Hans': zhHans };

/** Gives the sentence of a key. Numbers among the params are written as the language writes them. */
export type Translate = (key: StringKey, params?: Params) => string;

/** Whether a text made at run time (`error.` and a code, say) is a key. */
export function isStringKey(text: string): text is StringKey {
  return Object.hasOwn(en, text);
}

/**
 * Takes a language and gives its `t`. A sentence that asks for a parameter it was not given is a bug of the caller:
 * `onMissing` hears of it and the parameter's name stands in the sentence. Left out, it throws.
 */
export function createTranslator(language: StringLanguage, onMissing: (what: string) => void = refuse): Translate {
  const texts = sentences[language];
  return (key, params = {}) =>
    fill(texts[key], params, language, (parameter) => {
      onMissing(`${key}: ${parameter}`);
      return `{${parameter}}`;
    });
}

function refuse(what: string): never {
  throw new Error(`a sentence lacks a parameter: ${what}`);
}

/** Whether a sentence has all it asks for. What was stored by another version may lack what today's sentence of its id names. */
export function hasAll(key: StringKey, params: Params): boolean {
  let all = true;
  fill(en[key], params, 'en', () => {
    all = false;
    return '';
  });
  return all;
}
