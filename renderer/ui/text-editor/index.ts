export { TextEditor } from './text-editor.tsx';
export type { TypedChange } from './editor.ts';
export type { Mark, Marked } from './marks.ts';
