import type { ButtonHTMLAttributes } from 'react';
import { Kbd } from './kbd.tsx';
import './button.css';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly look?: 'plain' | 'quiet' | 'main' | 'danger';
  readonly keys?: string | undefined; // shown beside the label
};

/** A button. `main`: the one act a screen is for. `quiet`: no frame until pointed at. */
export function Button({ look = 'plain', keys, children, className = '', ...rest }: Props) {
  return (
    <button type="button" {...rest} className={`button ${look} ${className}`}>
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}
