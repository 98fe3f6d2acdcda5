import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** For the button a form is opened with: once the form is gone (`open` is false again), the button has the keyboard. */
export function useReturn(open: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(open);
  useLayoutEffect(() => {
    if (was.current && !open) button.current?.focus();
    was.current = open;
  }, [open]);
  return button;
}
