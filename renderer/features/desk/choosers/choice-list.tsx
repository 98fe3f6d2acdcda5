import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent as Press, ReactNode } from 'react';
import { choose, deskViewStore } from '../../../state/desk-view.ts';
import { Field } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/popover.tsx';
import './choosers.css';

export type Choice = { readonly id: string; readonly content: ReactNode; readonly run: () => void };

type Props = {
  readonly label: string;
  readonly empty: string;
  readonly choices: (typed: string) => readonly Choice[];
  /** The choice that what is typed stands for already, so that Enter is not needed; null if more could follow. */
  readonly at: (typed: string) => Choice | null;
  /** The choice marked at first, while nothing is typed. */
  readonly start?: number;
  /** Taking a choice does not close the list: more can be taken. */
  readonly stays?: boolean;
  /** Stands below the list. */
  readonly foot?: ReactNode;
  /** Takes a key while nothing is typed, where it says so. */
  readonly onFreeKey?: (event: KeyboardEvent) => boolean;
};

const isPlain = ({ ctrlKey, metaKey, altKey }: Press): boolean => !ctrlKey && !metaKey && !altKey;

/** A line to type in and a list under it, beside the focused passage. Enter takes the marked one, Escape none; Enter with Ctrl or Alt is no choice. */
export function ChoiceList({ label, empty, choices, at, start = 0, stays = false, foot, onFreeKey }: Props) {
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(start);
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [ready, setReady] = useState(false);
  // With the key that opened it, not a task later: the next key may be on its way already, and is for the line.
  useLayoutEffect(() => {
    const focus = deskViewStore.getState().selection?.focus ?? '';
    anchor.current = document.querySelector<HTMLElement>(`[data-passage="${CSS.escape(focus)}"] .passage-text`);
    setReady(anchor.current !== null);
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [marked, typed]);
  if (!ready) return null;
  const all = choices(typed);
  const current = all[Math.min(marked, all.length - 1)];
  const take = (choice: Choice) => {
    if (stays) {
      setTyped('');
      setMarked(0);
    } else {
      choose(null);
    }
    choice.run();
  };
  return (
    <Panel label={label} anchor={anchor} onClose={() => choose(null)}>
      <div className="chooser">
        <Field
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-label={label}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          placeholder={label}
          value={typed}
          onChange={(next) => {
            const choice = at(next);
            if (choice) return take(choice);
            setTyped(next);
            setMarked(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            if (step !== 0) setMarked((was) => Math.max(0, Math.min(all.length - 1, was + step)));
            else if (event.key === 'Enter' && isPlain(event) && current) take(current);
            else if (event.key === 'Enter' && stays && typed === '') return choose(null); // a command of its own: the list is done with
            else if (typed !== '' || !onFreeKey?.(event.nativeEvent)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <ul ref={list} id={id} role="listbox" aria-label={label}>
          {all.map((choice) => (
            <li key={choice.id} id={`${id}-${choice.id}`} role="option" aria-selected={choice === current} onPointerDown={(event) => event.preventDefault()} onClick={() => take(choice)}>
              {choice.content}
            </li>
          ))}
          {all.length === 0 && <li className="no-choice" role="presentation">{empty}</li>}
        </ul>
        {foot !== undefined && <p className="chooser-foot">{foot}</p>}
      </div>
    </Panel>
  );
}
