// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { appStore } from '../../../state/app.ts';
import { clearDesk, openPage } from '../../../state/desk-open.ts';
import { createDeskEngine } from '../../../testing/desk-engine.ts';
import { ArticlesBar } from './articles-bar.tsx';
import { PageEnd } from './page-end.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

test.each([
  ['with an article', issueOf('a1 headline: 甲题', '- furniture: 版权'), ['1 article not approved'], ['no articles']],
  ['without one', issueOf('- furniture: 版权'), ['no articles here', 'no articles on this page'], ['approved']],
])('a page %s says so above and below its text', async (_, issue, said, unsaid) => {
  const engine = createDeskEngine(issue, []);
  Object.assign(window, { stet: { calls: new Proxy({}, { get: (_target, name: string) => (request: never) => Reflect.get(engine.bridge.calls, name)(request) }), events: new Proxy({}, { get: () => () => () => undefined }) } });
  clearDesk();
  appStore.setState({ engine: { state: 'ready', error: null } });
  const container = document.body.appendChild(document.createElement('div'));
  const shown = createRoot(container);
  await act(async () => {
    await openPage(1, null);
    shown.render(<><ArticlesBar /><PageEnd /></>);
  });
  for (const text of said) expect(container.textContent).toContain(text);
  for (const text of unsaid) expect(container.textContent).not.toContain(text);
  await act(async () => shown.unmount());
});
