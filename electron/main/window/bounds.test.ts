import { describe, expect, it } from 'vitest';
import { placeWindow } from './bounds.ts';

const left = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 2560, height: 1440 };
const window = { x: 2000, y: 50, width: 1440, height: 900, maximized: false };

describe('placeWindow', () => {
  it('puts it where it was', () => {
    expect(placeWindow(window, [left, right], left)).toEqual({ x: 2000, y: 50, width: 1440, height: 900 });
  });

  it.each([
    ['the screen is gone', window, [left]],
    ['a sliver of it is on the screen', { ...window, x: 1900 }, [left]],
    ['the title bar would be above it', { ...window, x: 10, y: -500 }, [left]],
    ['nothing is remembered', null, [left]],
  ] as const)('opens it in its first size when %s', (_, remembered, screens) => {
    expect(placeWindow(remembered, screens, left)).toEqual({ width: 1440, height: 900 });
  });

  it('is no larger than a small screen and no smaller than it can be used', () => {
    expect(placeWindow(null, [], { x: 0, y: 0, width: 1280, height: 800 })).toEqual({ width: 1280, height: 800 });
    expect(placeWindow({ ...window, width: 200, height: 100, x: 50 }, [left], left)).toMatchObject({ width: 900, height: 600 });
  });
});
