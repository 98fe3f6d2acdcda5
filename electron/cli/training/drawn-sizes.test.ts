import { expect, test } from 'vitest';
import { rootFolder } from '../places.ts';
import { drawnSizes } from './drawn-sizes.ts';
import { unseenPages } from './lesson-pages.ts';

test('sizes are drawn by role, the same at every run; that share of them at random', () => {
  const [page] = unseenPages(rootFolder);
  if (!page) throw new Error('a page of our own');
  const { blocks } = page.truth;
  const right = drawnSizes(page, 0);
  expect(drawnSizes(page, 0)).toEqual(right);
  expect(right).toHaveLength(blocks.length);
  expect(blocks.flatMap(({ role }, k) => (role === 'body' ? right[k]!.size : []))).toEqual(blocks.flatMap(({ role }) => (role === 'body' ? 1 : [])));
  expect(Math.min(...blocks.flatMap(({ role }, k) => (role === 'headline' ? right[k]!.size! : [])))).toBeGreaterThanOrEqual(2);
  const differing = drawnSizes(page, 0.3).filter(({ size }, k) => size !== right[k]!.size).length;
  expect(differing).toBeGreaterThan(0);
  expect(differing).toBeLessThan(blocks.length * 0.5);
});
