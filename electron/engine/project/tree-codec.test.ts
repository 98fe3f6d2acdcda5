import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Tree } from '#core/model/issue.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { paperPage } from '#core/testing/paper-page.ts';
import { deflate, inflate } from '../db/pack.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import { readTree, treePrint, writeTree } from './tree-codec.ts';

/** Makes the codec forget: it keeps the trees last read or written at hand. */
function forget(): void {
  for (let number = 0; number < 8; number += 1) writeTree(paperPage(1_000 + number, 1).tree);
}

it('gives back what was written, whether it still knows it or reads it anew, and the same print', () => {
  fc.assert(fc.property(arbitraryIssue, ({ articles, aside }) => {
    const tree = { articles, aside };
    const { bytes, print } = writeTree(tree);
    expect(readTree(Uint8Array.from(bytes))).toEqual(tree);
    expect(treePrint(readTree(bytes))).toBe(print);
    forget();
    const anew = readTree(bytes);
    expect(anew).toEqual(tree);
    expect(treePrint(anew)).toBe(print);
    expect(writeTree(anew).bytes).toEqual(bytes);
  }), { numRuns: 60 });
});

it('writes no id that says where its passage begins, and little besides', () => {
  const tree: Tree = {
    articles: [{
      id: articleId('a-0f-3'), status: 'new', topics: [], note: '',
      passages: [
        { id: passageId('p-0f-3'), role: 'headline', pieces: [{ kind: 'kept', range: { from: 3, to: 9 } }] },
        { id: passageId('own'), role: 'body', pieces: [{ kind: 'kept', range: { from: 10, to: 20 } }, { kind: 'gap', extent: null, why: { id: 'w', data: { b: 1, a: 'x' } } }, { kind: 'kept', range: { from: 5, to: 7 } }] },
      ],
    }, {
      id: articleId('a-0f-30'), status: 'approved', topics: [{ scheme: 's', id: 't' }], note: '',
      passages: [{ id: passageId('p-0f-30'), role: 'body', pieces: [{ kind: 'struck', range: { from: 30, to: 31 }, why: { id: 'w' } }, { kind: 'added', text: '一', why: { id: 'w' } }] }],
    }],
    aside: [{ id: passageId('p-0f-0'), role: 'duplicate', pieces: [{ kind: 'kept', range: { from: 0, to: 2 } }], twin: passageId('own') }],
  };
  const { bytes, print } = writeTree(tree);
  const plain = ['[2,"0f",[', '[0,[1,3,6],["own",5,1,10,[3,null,["w","a","x","b",1]],-15,2]],', '[[0,"approved",[["s","t"]],""],[5,[1,30,1,["w"]],[2,"一",["w"]]]]', '],', '[[10,0,2,[4,"own"]]]', ']'];
  expect(inflate(bytes).toString()).toBe(plain.join('\n'));
  forget();
  expect(readTree(bytes)).toEqual(tree);
  const former = deflate(Buffer.from(plain.join(''))); // as programs wrote it that wrote no lines
  expect([readTree(former), treePrint(readTree(former))]).toEqual([tree, print]);
});

it('reads trees in the form they had before project.db 0008', () => {
  const first = [
    1,
    [['a1', 'in-work', [['s', 't']], 'noted', [['p1', 'headline', [[0, 1, 4], [1, 4, 5, ['w', 'a', 1]], [2, '一', ['w']], [3, null, ['w']]]], ['p2', 'body', [[0, 6, 9]]]]]],
    [['p3', 'duplicate', [[0, 10, 12]], 'p2']],
  ];
  expect(readTree(deflate(Buffer.from(JSON.stringify(first))))).toEqual({
    articles: [{
      id: 'a1', status: 'in-work', topics: [{ scheme: 's', id: 't' }], note: 'noted',
      passages: [
        { id: 'p1', role: 'headline', pieces: [{ kind: 'kept', range: { from: 1, to: 4 } }, { kind: 'struck', range: { from: 4, to: 5 }, why: { id: 'w', data: { a: 1 } } }, { kind: 'added', text: '一', why: { id: 'w' } }, { kind: 'gap', extent: null, why: { id: 'w' } }] },
        { id: 'p2', role: 'body', pieces: [{ kind: 'kept', range: { from: 6, to: 9 } }] },
      ],
    }],
    aside: [{ id: 'p3', role: 'duplicate', pieces: [{ kind: 'kept', range: { from: 10, to: 12 } }], twin: 'p2' }],
  });
});

it('notices bytes that changed, also of a tree it knows', () => {
  const { bytes } = writeTree(paperPage(1, 11).tree);
  const hurt = Uint8Array.from(bytes);
  hurt[hurt.length >> 1]! ^= 1;
  expect(() => readTree(hurt)).toThrow(DamagedError);
  expect(readTree(bytes)).toEqual(paperPage(1, 11).tree);
});
