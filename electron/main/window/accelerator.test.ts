import { expect, test } from 'vitest';
import { acceleratorOf } from './accelerator.ts';

test.each([
  [['Mod+Shift+Z', 'Mod+Y'], 'CmdOrCtrl+Shift+Z'],
  [['Alt+ArrowLeft'], 'Alt+Left'],
  [['Mod+,', 'Alt+0', 'O S'], 'CmdOrCtrl+,'],
  [['O R', 'F5'], 'F5'],
  [['?'], '?'],
  [['+', '='], 'Plus'],
  [['Mod++'], 'CmdOrCtrl+Plus'],
  [['Mod+PageDown'], 'CmdOrCtrl+PageDown'],
  [['Alt+T L'], null],
  [[], null],
])('%j is %s', (ways, expected) => {
  expect(acceleratorOf(ways)).toBe(expected);
});
