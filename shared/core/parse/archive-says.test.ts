import { describe, expect, it } from 'vitest';
import { CLAUSE_END, SENTENCE_START, countArchive, pairOf } from './archive.ts';
import { type Insertion, endGain, insertion, junction, startGain } from './archive-says.ts';
import { endsOf } from './ends.ts';
import { metIn } from './tally.ts';
import type { Words } from './words.ts';

/** A dictionary of single characters. */
const apart: Words = (text) => [...text].map((word) => ({ word, tag: 'n' }));

const PAGES = ['渡口通航以后，船工每天摆渡。', '渡口的船工说，渡口通航是大喜事。', '图书室添了新书，读者都来看新书。', '读者说图书室的新书好看，图书室每天开门。'];
const archive = countArchive('v', PAGES, apart);
const junctionOf = (above: string, below: string) => junction(archive, endsOf(archive, [above, below]), 0, 1);
const insertionOf = (above: string, below: string, atLeast?: number): Insertion | null => insertion(archive, endsOf(archive, [above, below]), 0, 1, atLeast);

describe('countArchive', () => {
  it('counts Chinese characters only', () => {
    expect(countArchive('v', ['船，a船1。'], apart).characters).toBe(2);
  });

  it('counts where clauses end and sentences begin, over quotation marks and line ends too', () => {
    const { pairs, singles } = countArchive('v', ['船工说：“通航了。”\n\n渡口新，船也新！“', '岸上，来人'], apart);
    const met = (a: string | number, b: string | number) => metIn(pairs, pairOf(typeof a === 'string' ? a.charCodeAt(0) : a, typeof b === 'string' ? b.charCodeAt(0) : b));
    expect([met('说', CLAUSE_END), met('了', CLAUSE_END), met('新', CLAUSE_END), met('上', CLAUSE_END), met('人', CLAUSE_END)]).toEqual([1, 1, 2, 1, 0]);
    expect([met(SENTENCE_START, '渡'), met(SENTENCE_START, '岸'), met('了', '渡'), met('上', '来')]).toEqual([1, 0, 0, 0]);
    expect([singles[CLAUSE_END], singles[SENTENCE_START]]).toEqual([5, 2]);
  });
});

describe('junction', () => {
  it('speaks for a cut inside what the archive often writes, and against one between strangers', () => {
    expect(junctionOf('孩子们在渡口通', '航那天')).toBeGreaterThan(1);
    expect(junctionOf('孩子们在船工', '开门那天')).toBeLessThan(0);
    expect(junctionOf('孩子们在渡口', '新书')).toBeLessThan(0);
  });

  it('says nothing where the ends that meet are not Chinese', () => {
    expect(junctionOf('孩子们在渡口，', '通航那天')).toBe(0);
    expect(junctionOf('孩子们在渡口', '24 人')).toBe(0);
  });
});

describe('startGain and endGain', () => {
  const starts = (of: typeof archive, text: string) => startGain(of, endsOf(of, [text]), 0);
  const ends = (of: typeof archive, text: string) => endGain(of, endsOf(of, [text]), 0);

  it('tell how sentences begin and clauses end from what stands inside them', () => {
    const one = countArchive('v', [PAGES.join('\n')], apart);
    expect(starts(one, '读者都来看')).toBeGreaterThan(0.5);
    expect(starts(one, '者都来看')).toBeLessThan(0);
    expect(ends(archive, '大家都说是大喜事')).toBeGreaterThan(0.5);
    expect(ends(archive, '大家都说是大喜')).toBeLessThan(0);
  });

  it('say nothing where a text does not begin or end in Chinese', () => {
    expect([starts(archive, '“读者'), starts(archive, ''), ends(archive, '大喜事。'), ends(archive, '')]).toEqual([0, 0, 0, 0]);
  });
});

describe('insertion', () => {
  it('finds the character that a cut lost', () => {
    expect(insertionOf('孩子们来看图书', '添了新书')).toMatchObject({ character: '室' });
  });

  it('prefers a meeting that needs nothing', () => {
    const needed = insertionOf('孩子们来看图书', '添了新书')!.gain;
    const whole = insertionOf('孩子们来看图书', '室添了新书');
    expect(whole === null || whole.gain < needed).toBe(true);
  });

  it('finds the same where it is told what has to be gained, and nothing that gains less', () => {
    const found = insertionOf('孩子们来看图书', '添了新书')!;
    expect(insertionOf('孩子们来看图书', '添了新书', found.gain - 0.01)).toEqual(found);
    expect(insertionOf('孩子们来看图书', '添了新书', found.gain + 0.01)).toBeNull();
  });
});
