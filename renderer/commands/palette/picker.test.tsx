// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Picker } from './picker.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let host: HTMLElement;
let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
});
afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

const chosen = vi.fn<(item: string) => void>();

/** Draws a picker with these items; `waiting`: they answer what was typed before. */
async function draw(items: readonly string[], waiting: boolean) {
  await act(async () => root.render(
    <Picker label="Open" hint="" empty="" items={items} keyOf={String} renderItem={String} onType={() => undefined} onChoose={chosen} onClose={() => undefined} waiting={waiting} />,
  ));
}

async function press(key: string) {
  await act(async () => host.ownerDocument.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
}

test('Enter chooses what is shown for what was typed', async () => {
  chosen.mockClear();
  await draw(['甲', '乙'], false);
  await press('ArrowDown');
  await press('Enter');
  expect(chosen.mock.calls).toEqual([['乙']]);
});

test('Enter that is faster than the answer waits for it, and takes none of the old items', async () => {
  chosen.mockClear();
  await draw(['旧'], true);
  await press('Enter');
  expect(chosen).not.toHaveBeenCalled();
  await draw(['新', '旧'], false);
  expect(chosen.mock.calls).toEqual([['新']]);
});
