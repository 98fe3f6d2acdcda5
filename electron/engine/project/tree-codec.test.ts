import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { paperPage } from '#core/testing/paper-page.ts';
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

it('notices bytes that changed, also of a tree it knows', () => {
  const { bytes } = writeTree(paperPage(1, 11).tree);
  const hurt = Uint8Array.from(bytes);
  hurt[hurt.length >> 1]! ^= 1;
  expect(() => readTree(hurt)).toThrow(DamagedError);
  expect(readTree(bytes)).toEqual(paperPage(1, 11).tree);
});
