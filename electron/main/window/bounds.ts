import type { Bounds } from '../state/settings.ts';

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const SMALLEST = { width: 900, height: 600 };
const FIRST = { width: 1440, height: 900 };
const GRIP = 100; // so much of the window has to be on a screen to be taken hold of

/** Where to open the window: where it was, if a screen is still there; else in its first size, no larger than the screen. */
export function placeWindow(remembered: Bounds | null, screens: readonly Rectangle[], main: Rectangle): Partial<Rectangle> {
  if (remembered !== null && screens.some((screen) => reaches(remembered, screen))) {
    const { x, y, width, height } = remembered;
    return { x, y, width: Math.max(width, SMALLEST.width), height: Math.max(height, SMALLEST.height) };
  }
  return { width: Math.min(FIRST.width, main.width), height: Math.min(FIRST.height, main.height) };
}

function reaches(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const titleBar = window.y >= screen.y && window.y < screen.y + screen.height - GRIP / 2;
  return across >= GRIP && titleBar;
}
