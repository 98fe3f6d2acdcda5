import { describe, expect, it } from 'vitest';
import { countArchive, insertion, junction } from './archive.ts';

const PAGES = ['渡口通航以后，船工每天摆渡。', '渡口的船工说，渡口通航是大喜事。', '图书室添了新书，读者都来看新书。', '读者说图书室的新书好看，图书室每天开门。'];
const archive = countArchive('v', PAGES);

describe('countArchive', () => {
  it('counts Chinese characters only', () => {
    expect(countArchive('v', ['船，a船1。']).characters).toBe(2);
  });
});

describe('junction', () => {
  it('speaks for a cut inside what the archive often writes, and against one between strangers', () => {
    expect(junction(archive, '孩子们在渡口通', '航那天')).toBeGreaterThan(1);
    expect(junction(archive, '孩子们在船工', '开门那天')).toBeLessThan(0);
    expect(junction(archive, '孩子们在渡口', '新书')).toBeLessThan(0);
  });

  it('says nothing where the ends that meet are not Chinese', () => {
    expect(junction(archive, '孩子们在渡口，', '通航那天')).toBe(0);
    expect(junction(archive, '孩子们在渡口', '24 人')).toBe(0);
  });
});

describe('insertion', () => {
  it('finds the character that a cut lost', () => {
    expect(insertion(archive, '孩子们来看图书', '添了新书')).toMatchObject({ character: '室' });
  });

  it('prefers a meeting that needs nothing', () => {
    const needed = insertion(archive, '孩子们来看图书', '添了新书')!.gain;
    const whole = insertion(archive, '孩子们来看图书', '室添了新书');
    expect(whole === null || whole.gain < needed).toBe(true);
  });
});
