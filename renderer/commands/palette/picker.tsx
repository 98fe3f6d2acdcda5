import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import './picker.css';

type Props<T> = {
  readonly label: string;
  readonly question?: string; // said above the field, where what is typed would hide what is asked
  readonly hint: string; // in the empty field
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly renderItem: (item: T) => ReactNode;
  readonly onType: (typed: string) => void;
  readonly onChoose: (item: T) => void;
  readonly onClose: () => void;
  readonly empty: string;
  readonly isOff?: (item: T) => boolean; // shown, but not to be chosen
  readonly start?: number; // the item marked at first
  readonly onKeyDown?: (event: KeyboardEvent, item: T | undefined) => boolean; // a key of the list's own, with the marked item: true if it was one
  readonly children?: ReactNode; // below the items
  readonly editing?: { readonly key: string; readonly field: ReactNode } | null; // an item whose place a field has taken: till it is left, there is nothing to choose
  readonly waiting?: boolean; // the items answer what was typed before; those for what is typed now are on their way
};

/** Type a few letters, go with the arrows, choose with Enter. */
export function Picker<T>({ label, question, hint, items, keyOf, renderItem, onType, onChoose, onClose, empty, isOff, start = 0, onKeyDown, children, editing = null, waiting = false }: Props<T>) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(start);
  const ahead = useRef(false); // Enter was faster than the items
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const current = Math.min(at, Math.max(0, items.length - 1));

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, items]);

  const choose = (index: number) => {
    const item = items[index];
    if (item === undefined || isOff?.(item)) return;
    // Closed before the choice is carried out: closing gives the keyboard back, and what is chosen may send it elsewhere.
    flushSync(onClose);
    onChoose(item);
  };

  // Enter right behind the last letter means the first item for all that was typed, not one that stood there before.
  useEffect(() => {
    if (!ahead.current || waiting) return;
    ahead.current = false;
    queueMicrotask(() => choose(0)); // behind the drawing that is under way
  });

  return (
    <Dialog label={label} onClose={onClose} className="picker">
      {question !== undefined && <p className="question">{question}</p>}
      <Field
        value={typed}
        placeholder={hint}
        aria-label={label}
        role="combobox"
        aria-expanded={editing === null}
        aria-controls={id}
        aria-activedescendant={items.length > 0 && editing === null ? `${id}-${current}` : undefined}
        autoFocus
        onChange={(value) => {
          setTyped(value);
          setAt(0);
          ahead.current = false;
          onType(value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
          const step = steps[event.key];
          if (onKeyDown?.(event, items[current])) return event.preventDefault();
          if (step !== undefined) setAt(Math.min(items.length - 1, Math.max(0, current + step)));
          else if (event.key !== 'Enter') return;
          else if (waiting) ahead.current = true;
          else choose(current);
          event.preventDefault();
        }}
      />
      <ul ref={list} id={id} role={editing === null ? 'listbox' : 'list'} aria-label={label}>
        {items.map((item, index) => editing !== null ? <li key={keyOf(item)}>{keyOf(item) === editing.key ? editing.field : renderItem(item)}</li> : (
          <li
            key={keyOf(item)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            aria-disabled={isOff?.(item) || undefined}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(index)}
          >
            {renderItem(item)}
          </li>
        ))}
        {items.length === 0 && <li className="none">{empty}</li>}
      </ul>
      {children}
    </Dialog>
  );
}
