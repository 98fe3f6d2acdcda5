import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { showDialog } from './open-dialogs.ts';
import './dialog.css';

type Props = {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
};

/** Something over the screen that is left with Escape or a click beside it. For looking things up, not for asking about reversible acts. */
export function Dialog({ label, onClose, children, className = '' }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  // Closed before it is taken away, so that the browser gives the keyboard back to what had it.
  useLayoutEffect(() => (ref.current ? showDialog(ref.current) : undefined), []);
  return (
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
