// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { projectStore } from '../../state/project.ts';
import type { JobProgress } from '../../state/project.ts';
import { Jobs } from './jobs.tsx';

const job = (id: number, kind: JobProgress['kind']): JobProgress => ({ job: `j${id}`, kind, state: 'running', done: 1_064, total: 1_500, perSecond: 432, secondsLeft: 1, error: null, result: null });

afterEach(() => projectStore.setState({ jobs: [] }));

test('of several jobs the one the key cancels says all of it, the others what they are and how far', async () => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  projectStore.setState({ jobs: [job(1, 'checking'), job(2, 'changing')] });
  await act(async () => root.render(<Jobs />));
  const [first, last] = host.querySelectorAll('.job');
  expect(first?.querySelector('button')).toBeNull();
  expect(first?.textContent).not.toContain('1,064');
  expect(first?.querySelector('[role=progressbar]')).not.toBeNull();
  expect(last?.textContent).toContain('1,064');
  expect(last?.querySelector('button')).not.toBeNull();
  await act(async () => root.unmount());
});
