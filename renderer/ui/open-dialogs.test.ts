// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { openDialog, showDialog } from './open-dialogs.ts';

test('the dialog that was opened last lies over all else, until it is closed', () => {
  const [below, above] = [document.createElement('dialog'), document.createElement('dialog')];
  document.body.append(above, below);
  expect(openDialog()).toBeNull();
  const closeBelow = showDialog(below);
  const closeAbove = showDialog(above);
  expect([openDialog() === above, above.open]).toEqual([true, true]);
  closeAbove();
  expect([openDialog() === below, above.open]).toEqual([true, false]);
  closeBelow();
  expect(openDialog()).toBeNull();
});
