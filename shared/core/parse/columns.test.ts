import { describe, expect, it } from 'vitest';
import { COLUMN_FILLS, COLUMN_LACKS, columnFits } from './columns.ts';
import { shapeOf } from './shape.ts';

/** Running text of a length, in characters, that breaks off. */
const text = (length: number) => '渡口今天恢复通航两岸居民一早赶来看船老船工章有田开出了第一班渡船'.repeat(4).slice(0, length);

/** What the columns say of one of some texts. */
function fitOf(texts: readonly string[], at: number): readonly [fill: string | undefined, lack: string | undefined] {
  const { fills, lacks } = columnFits(texts, texts.map((text) => shapeOf(text)));
  return [COLUMN_FILLS[fills[at]!], COLUMN_LACKS[lacks[at]!]];
}

describe('columnFits', () => {
  // Columns of seventeen: cut texts that begin a paragraph have two characters less than whole lines.
  const cut = [text(32), text(49), text(66), text(34)];

  it('finds that a text fills the lines that others nearby fill', () => {
    expect(fitOf([...cut, text(83)], 4)[0]).toBe('surely-fills');
    expect(fitOf([...cut, text(88)], 4)[0]).toBe('surely-not');
  });

  it('tells a text that lacks one character of it', () => {
    expect(fitOf([...cut, text(82)], 4)).toEqual(['almost', 'surely-lacks']);
  });

  it('knows nothing where nobody nearby breaks off', () => {
    expect(fitOf([text(32), `${text(40)}。`, `${text(51)}。`], 0)).toEqual(['unknown', 'unknown']);
  });
});
