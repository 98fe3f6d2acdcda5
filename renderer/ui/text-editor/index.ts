export { TextEditor } from './text-editor.tsx';
export { caretIn, rangeInEditor } from './places.ts';
export type { TypedChange } from './editor.ts';
export type { Mark, Marked } from './marks.ts';
