// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { late } from './late.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const Screen = ({ of }: { readonly of: string }) => <p>{of} is here</p>;

async function show(Part: ReturnType<typeof late<{ of: string }>>['Part']) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  await act(async () => root.render(<Part of="History" />));
  return host;
}

test('is loaded once, when it is first shown', async () => {
  const fetch = vi.fn(() => Promise.resolve(Screen));
  const { Part } = late(fetch);
  expect(fetch).not.toHaveBeenCalled();
  expect((await show(Part)).textContent).toBe('History is here');
  expect((await show(Part)).textContent).toBe('History is here');
  expect(fetch).toHaveBeenCalledOnce();
});

test('loaded ahead, it is drawn at once', async () => {
  const { Part, load } = late(() => Promise.resolve(Screen));
  await load();
  const host = document.body.appendChild(document.createElement('div'));
  act(() => createRoot(host).render(<Part of="History" />));
  expect(host.textContent).toBe('History is here');
});

test('where it cannot be loaded, it says so, and is loaded again when asked', async () => {
  const fetch = vi.fn(() => Promise.resolve(Screen)).mockRejectedValueOnce(new Error('no such file'));
  const { Part } = late(fetch);
  const host = await show(Part);
  expect(host.querySelector('[role=status]')?.textContent).toContain('no such file');
  await act(async () => host.querySelector('button')?.click());
  expect(host.textContent).toBe('History is here');
});

test('loading ahead in vain is told only to who comes to see it', async () => {
  const { Part, load } = late(() => Promise.reject<typeof Screen>(new Error('no such file')));
  await load();
  expect((await show(Part)).textContent).toContain('no such file');
});
