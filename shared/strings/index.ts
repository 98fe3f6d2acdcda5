export { createFormats } from './formats.ts';
export type { Formats } from './formats.ts';
export type { Params } from './fill.ts';
export { createTranslator, hasAll, isStringKey } from './translate.ts';
export type { StringKey, StringLanguage, Translate } from './translate.ts';
