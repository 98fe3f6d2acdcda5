import { standardKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { List } from './list.ts';
import type { ListRow } from './rows.ts';

declare global {
  interface Window {
    /** What ours is held against: the bare list of pages, or the bare editor with a text and the caret in it. */
    readonly baseline: { readonly list: (pages: readonly (readonly ListRow[])[]) => void; readonly editor: (text: string, caret: number) => void };
  }
}

const root = document.getElementById('root')!;

Object.assign(window, {
  baseline: {
    list: (pages: readonly (readonly ListRow[])[]) => createRoot(root).render(createElement(List, { pages })),
    editor: (doc: string, caret: number) => {
      const view = new EditorView({ parent: root, state: EditorState.create({ doc, selection: { anchor: caret }, extensions: [keymap.of(standardKeymap), EditorView.lineWrapping] }) });
      view.focus();
      view.dispatch({ effects: EditorView.scrollIntoView(caret, { y: 'center' }) });
    },
  } satisfies Window['baseline'],
});
