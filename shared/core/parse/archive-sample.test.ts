import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveSample, type SamplePage } from './archive-sample.ts';
import { countArchive } from './archive.ts';
import { junction } from './archive-says.ts';
import { endsOf } from './ends.ts';
import type { Tally } from './tally.ts';
import type { Words } from './words.ts';

const MOST = 5;
const id = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16).padStart(4, '0'));
const page = id.map((each): SamplePage => ({ id: each, text: `第${each}页` }));

function sampleOf(pages: readonly SamplePage[]): readonly SamplePage[] {
  const sample = new ArchiveSample(MOST);
  for (const each of pages) sample.add(each);
  return sample.pages();
}

/** A list of pages with the same pages in another order. */
const shuffled = fc.array(page, { maxLength: 40 }).chain((pages) => fc.tuple(fc.constant(pages), fc.shuffledSubarray(pages, { minLength: pages.length })));

describe('ArchiveSample', () => {
  it('depends on the set of the pages, not on their order nor on how often they come', () => {
    fc.assert(
      fc.property(shuffled, ([pages, others]) => {
        expect(sampleOf(others)).toEqual(sampleOf(pages));
        expect(sampleOf([...pages, ...others])).toEqual(sampleOf(pages));
      }),
    );
  });

  it('holds the smallest ids, as many as there may be, by id', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 40 }), (pages) => {
        const ids = [...new Set(pages.map((each) => each.id))].sort();
        expect(sampleOf(pages).map((each) => each.id)).toEqual(ids.slice(0, MOST));
      }),
    );
  });

  it('is not changed by a page beyond it, and by one within it loses its last page at most', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 10, maxLength: 40 }), page, (pages, more) => {
        const before = sampleOf(pages);
        const after = sampleOf([...pages, more]);
        const beyond = before.length === MOST && more.id > before.at(-1)!.id;
        if (beyond) expect(after).toEqual(before);
        else expect(after).toEqual(expect.arrayContaining(before.slice(0, MOST - 1)));
      }),
    );
  });

  it('can be asked in between', () => {
    const sample = new ArchiveSample(MOST);
    for (let i = 0; i < 40; i += 1) {
      sample.add({ id: String((i * 17) % 40).padStart(2, '0'), text: '' });
      expect(sample.pages().length).toBe(Math.min(i + 1, MOST));
    }
    expect(sample.pages().map((each) => each.id)).toEqual(['00', '01', '02', '03', '04']);
  });
});

/** A dictionary of single characters: nothing meets inside a word. */
const apart: Words = (all) => [...all].map((word) => ({ word, tag: 'n' }));

describe('countArchive', () => {
  const text = fc.array(fc.constantFrom(...'渡口通航老船工说，。\n a'), { maxLength: 60 }).map((units) => units.join(''));

  /** What a tally holds, wherever in it that stands. */
  const contents = ({ slots }: Tally) => [...slots].flatMap((key, at) => (at % 2 === 1 || key === 0 ? [] : [`${key} ${slots[at + 1]}`])).sort();

  it('counts the same whatever the order', () => {
    const texts = fc.array(text, { maxLength: 8 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(texts, ([all, others]) => {
        const [a, b] = [countArchive('v', all, apart), countArchive('v', others, apart)];
        expect(b.characters).toBe(a.characters);
        expect(b.singles.findIndex((count, unit) => count !== a.singles[unit])).toBe(-1);
        for (const table of ['pairs', 'triples'] as const) expect(contents(b[table])).toEqual(contents(a[table]));
      }),
    );
  });

  it('tells what its pages write together from what they do not', () => {
    const archive = countArchive('v', ['渡口通航。'.repeat(20), '老船工说。'.repeat(20)], apart);
    const met = (above: string, below: string) => junction(archive, endsOf(archive, [above, below]), 0, 1);
    expect(met('今天渡口', '通航')).toBeGreaterThan(1.5);
    expect(met('今天渡口', '船工')).toBeLessThan(-1);
    expect(met('今天渡口。', '通航')).toBe(0);
  });
});
