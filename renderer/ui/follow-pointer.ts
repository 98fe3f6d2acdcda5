import type { PointerEvent as ReactPointerEvent } from 'react';

/** Follows a pointer that was just pressed on an element, wherever it goes, until it is let go: `move` is given each of its moves. */
export function followPointer(pressed: ReactPointerEvent<HTMLElement>, move: (moved: PointerEvent) => void): void {
  const element = pressed.currentTarget;
  const letGo = new AbortController();
  const listening = { signal: letGo.signal };
  element.setPointerCapture(pressed.pointerId);
  element.addEventListener('pointermove', move, listening);
  for (const end of ['pointerup', 'pointercancel'] as const) element.addEventListener(end, () => letGo.abort(), listening);
}
