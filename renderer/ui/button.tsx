import type { ButtonHTMLAttributes, Ref } from 'react';
import { useKeymap } from '../commands/keymap.ts';
import { refuseWriting, useHeld } from '../state/writing.ts';
import { CommandKeys } from './command-keys.tsx';
import './button.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'plain' | 'quiet' | 'main' | 'danger';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly command?: string | undefined; // whose key is shown beside the label
};

/** A button of a command that decides something is held while nothing can be decided. `main`: the one act a screen is for. `quiet`: no frame until pointed at. */
export function Button({ look = 'plain', command, children, className = '', onClick, ...rest }: Props) {
  const decides = useKeymap(({ deciding }) => command !== undefined && deciding.has(command));
  const held = useHeld(decides);
  const press = held['aria-disabled'] ? () => void refuseWriting() : onClick;
  return (
    <button type="button" {...rest} {...held} onClick={press} className={`button ${look} ${className}`}>
      {children}
      {command !== undefined && <CommandKeys of={command} />}
    </button>
  );
}
