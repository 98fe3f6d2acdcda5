import { createFormats, createTranslator, isStringKey } from '#strings/index.ts';
import type { Formats, Params, Translate } from '#strings/index.ts';
import type { Language } from '#contract/schemas/project.ts';
import { useApp } from './app.ts';

/** Both languages' ways of speaking, made once: a component that gets `t` again gets the same function. */
const VOICES: { readonly [L in Language]: { readonly t: Translate; readonly formats: Formats } } = {
  en: { t: createTranslator('en'), formats: createFormats('en') },
  'zh-Hans': { t: createTranslator('zh-Hans'), formats: createFormats('zh-Hans') },
};

/** The sentences of a language, outside of React. */
export function voice(language: Language): { readonly t: Translate; readonly formats: Formats } {
  return VOICES[language];
}

/** The language the window speaks. */
export function useLanguage(): Language {
  return useApp((state) => state.app?.language ?? 'en');
}

/** `t` of the language the window speaks; a new function when that changes. */
export function useT(): Translate {
  return VOICES[useLanguage()].t;
}

/** How the window's language writes numbers, sizes and times. */
export function useFormats(): Formats {
  return VOICES[useLanguage()].formats;
}

/** What a sentence speaks of, where a part of it is itself a key: in words. */
export function inWords(t: Translate, params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && isStringKey(value) ? t(value) : value]));
}
