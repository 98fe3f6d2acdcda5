import type { ReactNode } from 'react';
import type { Place } from '../state/screen.ts';

/** The screen of a place. */
export function screenOf(_place: Place): ReactNode {
  return null;
}
