import { expect, test } from 'vitest';
import { articleId, passageId } from '../model/ids.ts';
import type { Issue } from '../model/issue.ts';
import { issueOf } from '../testing/notation.ts';
import { apply, invert } from './apply.ts';
import { briefOf } from './brief.ts';
import type { Step } from './brief.ts';
import type { Edit } from './edit.ts';
import { anchorsOf } from './rebase/anchor.ts';

const page = issueOf('a1 headline: 甲题', 'a1 body: 一二三四五六七八九十甲乙丙丁戊己庚辛', 'a2 headline: 乙题', 'a2 body: 七-[八]+[捌]九□十', '- banner: 报头');
const [long, marked] = [passageId('p2'), passageId('p4')];

/** Each group as a step of one act, as the journal would record it. */
function steps(issue: Issue, ...groups: readonly (readonly Edit[])[]): readonly Step[] {
  let now = issue;
  return groups.map((edits) => {
    const anchored = [];
    const inverse: Edit[] = [];
    for (const edit of edits) {
      const next = apply(now, edit);
      if (!next.ok) throw new Error(next.error.code);
      anchored.push({ edit, anchors: anchorsOf(now, edit) });
      inverse.unshift(invert(now, edit));
      now = next.value;
    }
    return { edits: anchored, inverse };
  });
}

const put = (passage: typeof long, from: number, to: number, text: string): Edit => ({ kind: 'replaceText', passage, from, to, put: { text, why: { id: 'person' } } });
const line = (told: readonly Step[], source = page.source) => {
  const brief = briefOf(source, told);
  return brief && `${brief.what} ${brief.subject} ${brief.name}: ${brief.before} > ${brief.after}`;
};

test.each<readonly [string, readonly (readonly Edit[])[], string]>([
  ['a misread character', [[put(long, 9, 10, '拾')]], 'text p2 : …四五六七八九十甲乙丙丁戊己… > …四五六七八九拾甲乙丙丁戊己…'],
  ['a word typed in several steps', [[put(long, 10, 10, '子')], [put(long, 11, 11, '丑'), put(long, 12, 12, '寅')]], 'text p2 : …五六七八九十甲乙丙丁戊己… > …五六七八九十子丑寅甲乙丙丁戊己…'],
  ['typed, and partly taken out again', [[put(long, 10, 10, '子丑')], [put(long, 11, 12, '')]], 'text p2 : …五六七八九十甲乙丙丁戊己… > …五六七八九十子甲乙丙丁戊己…'],
  ['deleted backwards', [[put(long, 9, 10, '')], [put(long, 8, 9, '')]], 'text p2 : …三四五六七八九十甲乙丙丁戊己… > …三四五六七八甲乙丙丁戊己…'],
  ['what was typed before is mended', [[put(marked, 2, 3, '八')]], 'text p4 : 七捌九十 > 七八九十'],
  ['a gap filled', [[{ kind: 'fillGap', passage: marked, at: 4, text: '百', why: { id: 'person' } }]], 'text p4 : 七八九□十 > 七八九百十'],
  ['elsewhere in the same act, the first is told', [[put(long, 0, 1, '壹'), put(long, 18, 19, '辰')]], 'text p2 : 一二三四五六七… > 壹二三四五六七…'],
  ['a role', [[{ kind: 'setRole', passage: long, role: 'caption' }]], 'role p2 一二三四五六七八九十甲乙丙丁戊己: body > caption'],
  ['a status', [[{ kind: 'setStatus', article: articleId('a2'), status: 'problem' }]], 'status a2 乙题: new > problem'],
  ['topics', [[{ kind: 'setTopics', article: articleId('a2'), topics: [{ scheme: 'own', id: 'x' }] }]], 'topics a2 乙题:  > x'],
  ['a note', [[{ kind: 'setNote', article: articleId('a1'), note: '查' }]], 'note a1 甲题:  > 查'],
  ['a merge, which takes the article into work', [[{ kind: 'mergeAbove', article: articleId('a2') }, { kind: 'setStatus', article: articleId('a1'), status: 'in-work' }]], 'act a2 乙题:  > '],
  ['set aside', [[{ kind: 'setAside', moves: [{ passage: passageId('p3'), to: { article: null, after: null }, role: 'banner' }] }]], 'act p3 乙题:  > '],
])('%s', (_, groups, expected) => {
  expect(line(steps(page, ...groups))).toBe(expected);
});

test('where the page’s text is another by now, it says no more than what the act was about', () => {
  expect(line(steps(page, [put(long, 9, 10, '拾')]), '另一版的文字')).toBe('act p2 一二三四五六七八九十甲乙丙丁戊己:  > ');
});

test('an act that holds nothing has no line', () => {
  expect(briefOf(page.source, [])).toBeNull();
});
