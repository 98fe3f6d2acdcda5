import { expect, test } from 'vitest';
import { passageId } from '../../model/ids.ts';
import { issueOf, show } from '../../testing/notation.ts';
import { apply } from '../apply.ts';

const p1 = passageId('p1');

/** Types into the first passage: `from`, `to` and the text, one after the other. */
function typed(text: string, ...strokes: readonly (readonly [number, number, string])[]): string {
  let issue = issueOf(`a1 body: ${text}`);
  for (const [from, to, put] of strokes) {
    const next = apply(issue, { kind: 'replaceText', passage: p1, from, to, put: { text: put, why: { id: 'person' } } });
    if (!next.ok) return next.error.code;
    issue = next.value;
  }
  return show(issue.source, issue.articles[0]!.passages[0]!.pieces);
}

test.each([
  ['a misread character is struck and the right one added', '公益抵偿', [[2, 3, '低']], '公益-[抵]+[低]偿'],
  ['typing over more than is wrong strikes only what is wrong', '公益抵偿', [[2, 4, '低偿']], '公益-[抵]+[低]偿'],
  ['deleting source text strikes it', '公益益处', [[1, 2, '']], '公-[益]益处'],
  ['deleting added text removes it', '公益+[服务]点', [[2, 4, '']], '公益点'],
  ['deleting across both', '公+[之]益点', [[0, 3, '']], '-[公益]点'],
  ['typing struck text again lets it stand', '公益-[抵]偿', [[3, 3, '抵']], '公益抵偿'],
  ['also before it', '公益-[抵]偿', [[2, 2, '抵']], '公益抵偿'],
  ['also a character at a time', '公益-[抵偿]点', [[4, 4, '抵'], [4, 4, '偿']], '公益抵偿点'],
  ['also in place of what was typed instead', '公益-[抵]+[低]偿', [[3, 4, '抵']], '公益抵偿'],
  ['half of it', '-[抵偿]点', [[2, 2, '偿']], '-[抵]偿点'],
  ['struck text stays struck when the text around it is replaced', '公-[益]点', [[0, 3, '站']], '-[公益点]+[站]'],
  ['nothing changes by typing what stands there', '公益', [[0, 2, '公益']], '公益'],
  ['an astral character is one', '𠮷祥', [[0, 2, '吉']], '-[𠮷]+[吉]祥'],
  ['typed text grows as one piece', '公', [[1, 1, '益'], [2, 2, '点']], '公+[益点]'],
  ['typing inside typed text', '公+[益点]', [[2, 2, '服']], '公+[益服点]'],
] as const)('%s', (_name, text, strokes, expected) => {
  expect(typed(text, ...strokes)).toBe(expected);
});

test.each([
  ['a place behind the end', '公益', [[0, 3, '']], 'out-of-text'],
  ['a stretch that ends before it begins', '公益', [[2, 1, '']], 'out-of-text'],
  ['half of an astral character', '𠮷祥', [[1, 3, '']], 'inside-a-character'],
  ['a lone surrogate', '公益', [[0, 0, '\uD83D']], 'text-not-well-formed'],
  ['a NUL', '公益', [[0, 0, '\0']], 'text-not-well-formed'],
] as const)('refuses %s', (_name, text, strokes, code) => {
  expect(typed(text, ...strokes)).toBe(code);
});

test('given pieces must account for the source text they replace', () => {
  const issue = issueOf('a1 body: 公益');
  const put = (to: number) => ({ pieces: [{ kind: 'kept' as const, range: { from: 0, to } }] });
  expect(apply(issue, { kind: 'replaceText', passage: p1, from: 0, to: 2, put: put(1) })).toMatchObject({ error: { code: 'source-not-preserved' } });
  expect(apply(issue, { kind: 'replaceText', passage: p1, from: 0, to: 2, put: put(2) })).toMatchObject({ ok: true });
});

test('a gap is filled where it stands, and with nothing where nothing was lost', () => {
  const issue = issueOf('a1 body: 孩子□目不转睛');
  const fill = (at: number, text: string) => {
    const next = apply(issue, { kind: 'fillGap', passage: p1, at, text, why: { id: 'person' } });
    return next.ok ? show(next.value.source, next.value.articles[0]!.passages[0]!.pieces) : next.error.code;
  };
  expect(fill(2, '们')).toBe('孩子+[们]目不转睛');
  expect(fill(2, '')).toBe('孩子目不转睛');
  expect(fill(1, '们')).toBe('not-a-gap');
});
