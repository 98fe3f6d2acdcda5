import type { ButtonHTMLAttributes, Ref } from 'react';
import { CommandKeys } from './command-keys.tsx';
import './button.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'plain' | 'quiet' | 'main' | 'danger';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly command?: string | undefined; // whose key is shown beside the label
};

/** A button. `main`: the one act a screen is for. `quiet`: no frame until pointed at. */
export function Button({ look = 'plain', command, children, className = '', ...rest }: Props) {
  return (
    <button type="button" {...rest} className={`button ${look} ${className}`}>
      {children}
      {command !== undefined && <CommandKeys of={command} />}
    </button>
  );
}
