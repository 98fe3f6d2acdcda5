// @vitest-environment happy-dom
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import type { PassageId } from '#core/model/ids.ts';
import { choose, deskViewStore, select } from '../../../state/desk-view.ts';
import { ChoiceList } from './choice-list.tsx';

it('has the keyboard as soon as it is opened: what is typed behind the key that opened it is not lost', () => {
  if (!('showPopover' in HTMLElement.prototype)) Object.assign(HTMLElement.prototype, { showPopover: () => undefined });
  document.body.innerHTML = '<div data-passage="p-1-0"><p class="passage-text">渡口今天通航。</p></div><div id="host"></div>';
  const focus = 'p-1-0' as PassageId;
  select({ anchor: focus, focus });
  const root = createRoot(document.querySelector('#host')!);
  onTestFinished(() => flushSync(() => root.unmount()));
  flushSync(() => root.render(<ChoiceList label="to" empty="none" choices={() => []} at={() => null} />));
  expect(document.activeElement).toBe(document.querySelector('[role=combobox]'));
});

it('takes what is marked by Enter alone: Ctrl+Enter is a command, and no topic is given by it', () => {
  if (!('showPopover' in HTMLElement.prototype)) Object.assign(HTMLElement.prototype, { showPopover: () => undefined });
  document.body.innerHTML = '<div data-passage="p-1-0"><p class="passage-text">渡口今天通航。</p></div><div id="host"></div>';
  const focus = 'p-1-0' as PassageId;
  select({ anchor: focus, focus });
  choose('topics');
  const taken: string[] = [];
  const root = createRoot(document.querySelector('#host')!);
  onTestFinished(() => flushSync(() => root.unmount()));
  flushSync(() => root.render(<ChoiceList stays label="to" empty="none" choices={() => [{ id: 'a', content: 'a', run: () => void taken.push('a') }]} at={() => null} />));
  const press = (more: KeyboardEventInit) => flushSync(() => void document.querySelector('[role=combobox]')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more })));
  press({});
  expect(taken).toEqual(['a']);
  expect(deskViewStore.getState().chooser).toBe('topics');
  press({ ctrlKey: true });
  expect(taken).toEqual(['a']);
  expect(deskViewStore.getState().chooser).toBe(null);
});
