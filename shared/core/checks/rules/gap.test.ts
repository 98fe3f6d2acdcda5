import { expect, test } from 'vitest';
import { passageId } from '../../model/ids.ts';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

test('each gap is told, with what would fit as the suggestion', () => {
  const { source, articles } = issueOf('a1 body: 孩子□目□');
  expect(findingsIn(source, articles[0]!, []).map(({ check, range }) => `${check} ${range.from}`)).toEqual(['gap 2', 'gap 4']);
  const why = { id: 'flow.reason.lost-likely', data: { likely: '济', sure: 81 } };
  const passage = { id: passageId('p1'), role: 'body' as const, pieces: [{ kind: 'added' as const, text: '民', why: { id: 'typed' } }, { kind: 'gap' as const, extent: 1, why }] };
  const [finding] = findingsIn('', { passages: [passage] }, []);
  expect(finding).toMatchObject({ messageId: 'check.gap.likely', probability: 0.81, evidence: [why], suggestions: [{ kind: 'fillGap', passage: 'p1', at: 1, text: '济' }] });
});
