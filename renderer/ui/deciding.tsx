import type { ReactNode } from 'react';
import { useHeld } from '../state/writing.ts';
import './deciding.css';

/** Fields that something is decided with. While nothing can be decided they are in their places, switched off, and say why. */
export function Deciding({ children }: { readonly children: ReactNode }) {
  const held = useHeld();
  return held['aria-disabled'] ? <fieldset className="deciding" disabled title={held.title}>{children}</fieldset> : children;
}
