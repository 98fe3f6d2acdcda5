import { LOST, tracesOf } from '../../flow/lost.ts';
import type { Page } from '../../parse/page.ts';
import { type Case, trainLogistic } from './logistic.ts';
import type { Truth } from './truth.ts';

const PENALTY = 1;

/** What a page teaches of characters that column breaks lost: every cut paragraph, if its truth tells of lost characters at all. */
export function lossesOf(page: Page, truth: Truth): readonly Case[] {
  const { lost } = truth;
  if (lost === undefined) return [];
  return truth.blocks.flatMap(({ index, role, continues }) =>
    role !== 'body' || continues === null ? [] : [{ features: tracesOf(page, index, continues).features, so: lost.includes(index) }],
  );
}

/** The weights that tell cuts that lost a character from those that did not best. */
export function trainLost(cases: readonly Case[]): Float64Array {
  return trainLogistic(cases, LOST.size, PENALTY);
}
