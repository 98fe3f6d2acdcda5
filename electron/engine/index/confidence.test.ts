import { expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import type { Decision } from '#core/model/decision.ts';
import { confidenceOf } from './confidence.ts';

const about = (kind: Decision['kind'], confidence: number): Decision => ({ subject: passageId('p1'), kind, confidence, reasons: [] });

test.each<readonly [string, readonly Decision[], number | null]>([
  ['nothing is left', [], null],
  ['the weakest decision', [about('role', 0.9), about('boundary', 0.7), about('join', 0.8)], 0.7],
  ['an end that is not lacking is a sure decision', [about('role', 0.9), about('truncated', 0.02)], 0.9],
  ['what the machine nearly did is no decision', [about('role', 0.9), about('no-boundary', 0.6), about('no-join', 0.51)], 0.9],
  ['… and leaves nothing where nothing else is left', [about('no-join', 0.51)], null],
])('%s', (_, open, expected) => {
  expect(confidenceOf(open)).toBe(expected);
});
