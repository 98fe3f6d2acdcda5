import { expect, test, vi } from 'vitest';
import { exportStore, forgetExport, isFolderName, loadHoldings, proposedName } from './export-store.ts';

const asked: { readonly filter: object; readonly answer: (articles: number) => void }[] = [];

Object.assign(globalThis, {
  window: { stet: { calls: { 'export.holdings': ({ filter }: { filter: object }) => new Promise((resolve) => asked.push({ filter, answer: (articles) => resolve({ ok: true, value: { articles } }) })) } } },
});

test.each([
  ['清河晚报 2024-05-18', true],
  ['corpus', true],
  ['', false],
  ['  ', false],
  ['.', false],
  ['..', false],
  ['a/b', false],
  ['a\\b', false],
  ['what?', false],
  ['ends.', false],
  ['x'.repeat(121), false],
])('%j as a folder name: %j', (name, expected) => {
  expect(isFolderName(name)).toBe(expected);
});

test('what is proposed is always a folder name', () => {
  for (const project of ['清河晚报', 'a/b:c', '???', '']) expect(isFolderName(proposedName(project, '2024-05-18'))).toBe(true);
});

test('what changes while the articles are counted is asked for once, when the answer is there; an answer to what is no longer asked is not shown', async () => {
  const loaded = loadHoldings();
  exportStore.setState({ choice: 'approved' });
  for (let n = 0; n < 5; n += 1) void loadHoldings();
  expect(asked).toHaveLength(1);
  asked[0]!.answer(9);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(exportStore.getState().holdings).toBeNull();
  asked[1]!.answer(4);
  await loaded;
  expect(asked.map(({ filter }) => filter)).toEqual([{}, { status: ['approved'] }]);
  expect(exportStore.getState().holdings).toMatchObject({ counts: { articles: 4 } });
});

test('another project begins anew: what was chosen, where to, and what came of it; the formats stay', () => {
  exportStore.setState({ formats: ['csv'], reading: 'printed', choice: 'library', name: 'corpus', job: 'j1', folder: { grant: 'g', label: '/x' } });
  forgetExport();
  expect(exportStore.getState()).toMatchObject({ formats: ['csv'], reading: 'printed', choice: 'all', name: '', job: null, folder: null, holdings: null });
});
