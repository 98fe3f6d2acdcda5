import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createEditor } from './editor.ts';
import type { Caret, Editor, Host } from './editor.ts';
import type { Marked } from './marks.ts';
import './text-editor.css';

type Props = Omit<Host, 'label'> & {
  /** The text as its keeper has it now. */
  readonly value: () => Marked;
  /** Calls when the text may be another; what was typed here need not be told. Gives what ends it. */
  readonly follow: (listener: () => void) => () => void;
  /** Where the caret is, or up to where a stretch is marked. Another object puts it there anew. */
  readonly caret: Caret;
  readonly label: string;
};

/**
 * A paragraph's text in the hands of an editor. Whoever uses it keeps the text: see Host. It asks for the text rather than being given it, for what is typed
 * it has drawn before React hears of it.
 */
export function TextEditor({ value, follow, caret, ...host }: Props) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const [beginning] = useState({ value: value(), caret }); // afterwards the text comes by `show`
  const now = useRef({ ...host, value });
  useLayoutEffect(() => {
    now.current = { ...host, value };
  });
  useLayoutEffect(() => {
    const made = createEditor(parent.current!, beginning.value, beginning.caret, {
      label: () => now.current.label,
      onType: (change) => now.current.onType(change),
      onLeave: () => now.current.onLeave(),
      onEnter: (at, shift) => now.current.onEnter(at, shift),
      onEdge: (step) => now.current.onEdge(step),
      onUndo: () => now.current.onUndo(),
      onRedo: () => now.current.onRedo(),
    });
    editor.current = made;
    made.view.focus();
    return () => made.destroy();
  }, [beginning]);
  const show = useCallback(() => editor.current?.show(now.current.value()), []);
  useEffect(show); // how it is marked may have changed
  useEffect(() => follow(show), [follow, show]);
  useEffect(() => {
    if (caret !== beginning.caret) editor.current?.put(caret);
  }, [caret, beginning]);
  return <div ref={parent} className="text-editor" />;
}
