import { expect, test } from 'vitest';
import { apply, invert } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { anchorsOf } from '../edits/rebase/anchor.ts';
import type { AnchoredEdit } from '../edits/rebase/anchor.ts';
import { passageId } from '../model/ids.ts';
import type { Issue } from '../model/issue.ts';
import { makeFolding } from '../search/folding.ts';
import { readQuestion } from '../search/pattern.ts';
import { scanFor } from '../search/scan.ts';
import { issueOf, show } from '../testing/notation.ts';
import { isMended, mendingEdits, placesIn } from './places.ts';
import { mendedPlaces, stateOf, takePlaceBack } from './take-back.ts';

const folding = makeFolding('');

function scanOf(text: string) {
  const pattern = readQuestion({ text, expression: false, exact: true }, folding);
  if (!pattern.ok) throw new Error(pattern.error.code);
  return scanFor(pattern.value, folding.forms);
}

const found = (issue: Issue, read: string, put: string | null) => issue.articles.flatMap((article) => placesIn(issue.source, article, { scan: scanOf(read), put, roles: [] }));
const text = (issue: Issue) => issue.articles.flatMap(({ passages }) => passages.map(({ pieces }) => show(issue.source, pieces)));

/** Mends all places of a string: the page after it, and what the journal would keep. */
function mended(issue: Issue, read: string, put: string) {
  const edits: AnchoredEdit[] = [];
  const inverse: Edit[] = [];
  let now = issue;
  for (const edit of mendingEdits(found(issue, read, put), put)) {
    const next = apply(now, edit);
    if (!next.ok) throw new Error(next.error.code);
    edits.push({ edit, anchors: anchorsOf(now, edit) });
    inverse.unshift(invert(now, edit));
    now = next.value;
  }
  return { now, places: mendedPlaces(edits, inverse) };
}

function taken(issue: Issue, place: Parameters<typeof takePlaceBack>[1]): Issue {
  const edit = takePlaceBack(issue, place);
  const next = edit.ok ? apply(issue, edit.value) : edit;
  if (!next.ok) throw new Error(JSON.stringify(next.error));
  return next.value;
}

test.each([
  ['公益抵偿，抵偿服务', '抵偿', '低偿', '公益-[抵]+[低]偿，-[抵]+[低]偿服务'],
  ['从安全问到安全问题', '安全问', '安全问题', '从安全问+[题]到安全问题'],
  ['问题与学问', '问题', '学问题', '+[学]问题与学问'],
  ['之之乎', '之', '', '-[之之]乎'],
  ['公-[抵]+[低]偿低偿', '低偿', '代偿', '公-[抵]+[代]偿-[低]+[代]偿'],
  ['𠮷祥𠮷', '𠮷', '吉', '-[𠮷]+[吉]祥-[𠮷]+[吉]'],
])('%s: %s becomes %s everywhere', (page, read, put, after) => {
  const issue = issueOf(`a1 body: ${page}`);
  const { now } = mended(issue, read, put);
  expect(text(now)).toEqual([after]);
  expect(found(now, read, put)).toEqual([]);
});

test('one place is taken back, the others stand; all of them one by one give the page as it was', () => {
  for (const [page, read, put] of [['公益抵偿，抵偿服务，抵偿', '抵偿', '低偿'], ['从安全问到安全问，安全问', '安全问', '安全问题'], ['问题与问题', '问题', '学问题'], ['之乎之也之', '之', ''], ['𠮷祥𠮷', '𠮷', '吉']] as const) {
    const issue = issueOf(`a1 headline: 题`, `a1 body: ${page}`);
    const { now, places } = mended(issue, read, put);
    expect(places.map(({ key }) => key)).toEqual(found(issue, read, put).map(({ key }) => key));
    const one = taken(now, places[1]!);
    expect(places.map((place) => stateOf(one, place).state)).toEqual(places.map((_, at) => (at === 1 ? 'back' : 'stands')));
    expect(takePlaceBack(one, places[1]!)).toEqual({ ok: false, error: 'back' });
    expect(found(one, read, put).map(({ key }) => key)).toEqual([places[1]!.key]);
    expect(text(places.reduce((page_, place, at) => (at === 1 ? page_ : taken(page_, place)), one))).toEqual(text(issue));
  }
});

test('a place that was corrected otherwise since is left alone', () => {
  const { now, places } = mended(issueOf('a1 body: 公益抵偿'), '抵偿', '低偿');
  const later = apply(now, { kind: 'replaceText', passage: passageId('p1'), from: 3, to: 4, put: { text: '代', why: { id: 'person' } } });
  expect(later.ok && text(later.value)).toEqual(['公益-[抵]+[代]偿']);
  expect(later.ok && takePlaceBack(later.value, places[0]!)).toEqual({ ok: false, error: 'other' });
});

test('what reads already as it is to read is no place', () => {
  expect(isMended('从安全问题到', 1, 4, '安全问题')).toBe(true);
  expect(isMended('从安全问到', 1, 4, '安全问题')).toBe(false);
  expect(isMended('抵偿', 0, 2, '抵偿')).toBe(true);
  expect(isMended('之', 0, 1, '')).toBe(false);
});
