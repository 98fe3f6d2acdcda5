// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { fail } from '#util/result.ts';
import { isPageOpen } from '../../state/desk-act.ts';
import { clearDesk, openPage } from '../../state/desk-open.ts';
import { openedPage } from '../../state/desk.ts';
import { createDeskEngine } from '../../testing/desk-engine.ts';
import { Desk } from './desk.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let host: HTMLElement;
let letIn: () => void; // has the engine answer for page 2

beforeEach(async () => {
  vi.useFakeTimers();
  const engine = createDeskEngine(issueOf('a1 headline: 河畔书屋', 'a1 body: 甲'));
  const { calls } = engine.bridge;
  const gate = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  const open = async (request: { readonly issue: number }) => {
    if (request.issue === 2) await gate;
    return request.issue === 3 ? fail({ code: 'no-such-issue' }) : calls['issue.open'](request);
  };
  Object.assign(window, { stet: { ...engine.bridge, calls: new Proxy({}, { get: (_target, name: keyof typeof calls) => (name === 'issue.open' ? open : calls[name]) }) } });
  clearDesk();
  await openPage(1, null);
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  await act(async () => root.render(<Desk issue={1} article={null} />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  await wait(1_000); // nothing waits for a frame of the next test
  host.remove();
  vi.useRealTimers();
});

const wait = (milliseconds: number) => act(async () => vi.advanceTimersByTimeAsync(milliseconds));
const skeleton = () => host.querySelector('.desk-skeleton');
const passages = () => host.querySelectorAll('[data-passage]').length;

test('the page before stays for a moment, its keys at rest; then the place of the next is shown, then the next', async () => {
  await act(async () => root.render(<Desk issue={2} article={null} />));
  await wait(140);
  expect([passages(), skeleton()]).toEqual([2, null]);
  expect(isPageOpen()).toBe(false);
  await wait(20);
  expect(passages()).toBe(0);
  expect(skeleton()?.getAttribute('aria-label')).toBe('Opening the page');
  letIn();
  await wait(100); // the answer waits for the frame that is awaited
  expect([passages(), skeleton(), openedPage().id, isPageOpen()]).toEqual([2, null, 2, true]);
});

test('a page that is there in time is not announced by an empty one', async () => {
  await act(async () => root.render(<Desk issue={2} article={null} />));
  letIn();
  await wait(500);
  expect([passages(), skeleton(), openedPage().id]).toEqual([2, null, 2]);
});

test('a page that cannot be opened says so', async () => {
  await act(async () => root.render(<Desk issue={3} article={null} />));
  await wait(120);
  expect(skeleton()).toBeNull();
  expect(host.textContent).toContain('The page cannot be shown');
});
