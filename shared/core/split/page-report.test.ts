import { describe, expect, it } from 'vitest';
import { articleId, passageId } from '../model/ids.ts';
import type { Tree } from '../model/issue.ts';
import type { Piece } from '../model/piece.ts';
import type { Role } from '../model/role.ts';
import { pageReport } from './page-report.ts';

const source = '渡口通航\n\n船来了𠮷，在\n\n岸边。石磊\n\nwww.example.com\n\n船来了𠮷，在';

const kept = (text: string, from = 0): Piece => {
  const at = source.indexOf(text, from);
  return { kind: 'kept', range: { from: at, to: at + text.length } };
};
const passage = (id: string, role: Role, ...pieces: readonly Piece[]) => ({ id: passageId(id), role, pieces });

const tree: Tree = {
  articles: [
    {
      id: articleId('a'),
      status: 'new',
      topics: [],
      note: '',
      passages: [
        passage('h', 'headline', kept('渡口通航')),
        passage('b', 'body', kept('船来了𠮷，在'), kept('岸边。')),
        passage('y', 'byline', kept('石磊')),
      ],
    },
  ],
  aside: [passage('f', 'furniture', kept('www.example.com')), passage('d', 'duplicate', kept('船来了𠮷，在', 20))],
};

describe('pageReport', () => {
  it('tells a tree in blocks and code points', () => {
    const decisions = [{ subject: passageId('b'), kind: 'truncated' as const, confidence: 0.8, reasons: [] }];
    expect(pageReport('p', source, tree, decisions)).toEqual({
      page: 'p',
      articles: [{ headline: '渡口通航', blocks: [0, 1, 2], roles: { 0: 'headline', 1: 'body', 2: 'body' }, body: ['船来了𠮷，在岸边。'], truncated: true }],
      roles: { 3: 'furniture', 4: 'duplicate' },
      joins: [[1, 2]],
      findings: [
        { block: 4, offset: 0, length: 6, kind: 'duplicate' },
        { block: 2, offset: 5, length: 0, kind: 'truncated' },
      ],
    });
  });
});
