import { expect, test } from 'vitest';
import { isExportFilter, takesAside } from './filter.ts';

test.each([
  [{}, false, false, true], // a page without an article too
  [{ status: ['approved'] }, true, true, true],
  [{ status: ['approved'] }, false, true, false], // nobody has looked at it
  [{ status: ['new', 'approved'] }, false, true, true],
  [{ folder: '1924' }, false, true, true],
  [{ folder: '1924' }, true, false, false], // nothing of its page leaves
] as const)('what stands aside, with %j, confirmed %j, with an article of its page %j: leaves %j', (filter, isConfirmed, takesArticle, leaves) => {
  expect(takesAside(filter, isConfirmed, takesArticle)).toBe(leaves);
});

test('what only an index can tell is none of this filter', () => {
  expect(isExportFilter({ status: ['new'], dateFrom: '1924' })).toBe(true);
  expect(isExportFilter({ status: ['new'], text: '渡口' })).toBe(false);
});
