import type { ReactNode } from 'react';
import type { Held } from '../state/writing.ts';
import './chip.css';

type Props = {
  readonly children: ReactNode;
  readonly cap?: string; // the digit or letter that toggles it
  readonly on?: boolean;
  readonly title?: string;
  readonly held?: Held;
  readonly onClick?: () => void;
};

/** A topic, on or off, with the key that toggles it. */
export function Chip({ children, cap, on = false, title, held, onClick }: Props) {
  return (
    <button type="button" className={`chip ${on ? 'on' : ''}`} aria-pressed={on} title={title} {...held} onClick={onClick}>
      {cap !== undefined && <em>{cap}</em>}
      {children}
    </button>
  );
}
