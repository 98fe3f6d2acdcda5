import { describe, expect, it } from 'vitest';
import { COLUMN_FILLS, COLUMN_LACKS, columnFill, columnFits, columnLack } from './columns.ts';
import { shapeOf } from './shape.ts';

/** Running text of a length, in characters, that breaks off. */
const text = (length: number) => '渡口今天恢复通航两岸居民一早赶来看船老船工章有田开出了第一班渡船'.repeat(4).slice(0, length);

const fits = (texts: readonly string[]) => columnFits(texts, texts.map(shapeOf));

describe('columnFits', () => {
  // Columns of seventeen: cut texts that begin a paragraph have two characters less than whole lines.
  const cut = [text(32), text(49), text(66), text(34)];

  it('finds that a text fills the lines that others nearby fill', () => {
    expect(COLUMN_FILLS[columnFill(fits([...cut, text(83)])[4]!)]).toBe('surely-fills');
    expect(COLUMN_FILLS[columnFill(fits([...cut, text(88)])[4]!)]).toBe('surely-not');
  });

  it('tells a text that lacks one character of it', () => {
    const [, , , , one] = fits([...cut, text(82)]);
    expect(COLUMN_FILLS[columnFill(one!)]).toBe('almost');
    expect(COLUMN_LACKS[columnLack(one!)]).toBe('surely-lacks');
  });

  it('knows nothing where nobody nearby breaks off', () => {
    const [one] = fits([text(32), `${text(40)}。`, `${text(51)}。`]);
    expect(COLUMN_FILLS[columnFill(one!)]).toBe('unknown');
    expect(COLUMN_LACKS[columnLack(one!)]).toBe('unknown');
  });
});
