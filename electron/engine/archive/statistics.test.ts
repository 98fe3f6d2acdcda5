import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SamplePage } from '#core/parse/archive-sample.ts';
import { ARCHIVE_SAMPLE } from '#core/parse/archive.ts';
import { hashOf } from '../ingest/read-bytes.ts';
import { contentId, statisticsOf } from './statistics.ts';

const pageOf = (text: string): SamplePage => ({ id: contentId(hashOf(Buffer.from(text)), 'utf-8'), text });
const version = (pages: readonly SamplePage[]) => statisticsOf(pages)?.version;

describe('the statistics of an archive', () => {
  it('are named by the set of the pages counted', () => {
    const page = fc.integer({ min: 0, max: 30 }).map((n) => pageOf(`渡口第${n}天通航。`));
    const set = (pages: readonly SamplePage[]) => [...new Set(pages.map(({ id }) => id))].sort().join();
    fc.assert(
      fc.property(fc.array(page, { maxLength: 6 }), fc.array(page, { maxLength: 6 }), (one, other) => {
        expect(version(one) === version(other)).toBe(set(one) === set(other));
        expect(version(one.toReversed())).toBe(version(one));
      }),
      { numRuns: 60 },
    );
  });

  it('are others where the same bytes are read in another encoding', () => {
    const { id: _, ...page } = pageOf('渡口');
    expect(version([{ ...page, id: contentId('ab', 'big5') }])).not.toBe(version([{ ...page, id: contentId('ab', 'gb18030') }]));
  });

  it('are the same with a page more that is beyond the sample, and others with one within it', () => {
    const id = (n: number) => contentId(String(n).padStart(8, '0'), 'utf-8');
    const pages = Array.from({ length: ARCHIVE_SAMPLE }, (_, n) => ({ id: id(n + 1), text: '渡' }));
    expect(statisticsOf([{ id: id(ARCHIVE_SAMPLE + 1), text: '口' }, ...pages])).toEqual(statisticsOf(pages));
    expect(version([...pages, { id: id(0), text: '口' }])).not.toBe(version(pages));
  });

  it('of nothing are none', () => {
    expect(statisticsOf([])).toBeNull();
  });
});
