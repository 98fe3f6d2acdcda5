import { describe, expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import type { Issue } from '../../model/issue.ts';
import { countArchive } from '../../parse/archive.ts';
import { parsePage } from '../../parse/page.ts';
import type { Words } from '../../parse/words.ts';
import { housePage } from '../../testing/house-pages.ts';
import { UNCALIBRATED } from '../calibration.ts';
import type { Model } from '../model.ts';
import { splitPage } from '../split-page.ts';
import { readWeights } from '../weights.ts';
import { type Adapted, type Learnable, type Progress, type Tools, adapt, rescaled } from './adapt.ts';
import type { Outcome } from './calibrate.ts';
import { approvedPage } from './from-issue.ts';
import { train } from './train.ts';
import { judge } from './verdict.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error('resources/split/weights.json');
const program: Model = read.value;
const words: Words = (text) => (text.match(/.{1,2}/gsu) ?? []).map((word) => ({ word, tag: 'n' }));
const language = { words, archive: countArchive('', [], words) };
const tools: Tools = {
  read: (source) => parsePage(source, language),
  split: (source, model) => splitPage(source, { sourceVersion: 'c0ffee00deadbeef', model, language }),
};

function learnable(issue: Issue, seen = false): Learnable {
  const page = approvedPage(issue);
  if (!page.ok) throw new Error(page.error.code);
  return { ...page.value, seen };
}

function adapted(pages: readonly Learnable[], inUse = program): Adapted & { readonly told: readonly Progress[] } {
  const run = adapt(pages, { program, inUse, tools });
  const told: Progress[] = [];
  for (let step = run.next(); ; step = run.next()) {
    if (step.done) return { ...step.value, told };
    told.push(step.value);
  }
}

const house = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => housePage(from + index));
const asSplit = ({ source }: Issue): Issue => ({ source, ...tools.split(source, program).tree });

describe('adapt', () => {
  it('learns the ways of a paper from a few pages, for pages it never saw', () => {
    const { model, results, told } = adapted(house(0, 9).map((page) => learnable(page)));
    expect(judge(results)).toMatchObject({ verdict: 'better', pages: 9 });
    expect(told.map(({ done }) => done)).toEqual(told.map((_, index) => index));
    expect(told.every(({ total }) => total === told.length)).toBe(true);
    // The weights that are kept do what was claimed of those that were tried.
    const others = adapted(house(9, 17).map((page) => learnable(page, true)), model);
    expect(others.results).toEqual([]); // a page that was seen proves nothing
    const [before, after] = [program, model].map((each) => house(20, 26).filter((page) => {
      const found = { source: page.source, ...tools.split(page.source, each).tree };
      return found.articles.length === page.articles.length;
    }).length);
    expect(after).toBeGreaterThan(before!);
  });

  it('finds nothing better where the pages are as the weights have them', () => {
    const pages = house(0, 12).map(asSplit).flatMap((page) => (approvedPage(page).ok ? [learnable(page)] : []));
    expect(pages.length).toBeGreaterThan(7);
    expect(judge(adapted(pages).results).verdict).toBe('no-fewer');
  });
});

describe('train', () => {
  it('stays at its prior where nothing is taught', () => {
    expect(train([], { penalty: () => 3, steps: 5 }, program.weights)).toEqual(program.weights);
  });
});

describe('rescaled', () => {
  const outcomes = (stated: number, count: number, right: number): readonly Outcome[] =>
    Array.from({ length: count }, (_, i) => ({ kind: 'boundary', stated, right: i < right }));

  it('scales anew only what enough decisions speak of', () => {
    expect(rescaled(program.calibration, outcomes(0.99, 199, 150))).toEqual(program.calibration);
    expect(rescaled(program.calibration, outcomes(0.99, 300, 295))).toEqual(program.calibration);
    const { boundary, role, join } = rescaled(UNCALIBRATED, outcomes(0.99, 300, 240));
    expect({ role, join }).toEqual({ role: UNCALIBRATED.role, join: UNCALIBRATED.join });
    const stated = 1 / (1 + Math.exp(-(boundary.slope * Math.log(99) + boundary.shift)));
    expect(stated).toBeGreaterThan(0.75);
    expect(stated).toBeLessThan(0.85);
  });

  it('goes on from what was scaled before', () => {
    const before = { ...UNCALIBRATED, boundary: { slope: 0.5, shift: 0.2 }, kicker: -1 };
    const outcome = [...outcomes(0.9, 400, 360), ...outcomes(0.9, 100, 60).map((each) => ({ ...each, kicker: true }))];
    const {
      boundary: { slope, shift },
      kicker,
    } = rescaled(before, outcome);
    const { boundary: alone, kicker: more } = rescaled(UNCALIBRATED, outcome);
    expect(more).toBeLessThan(-0.5);
    expect(kicker).toBeCloseTo(alone.slope * -1 + more, 9);
    expect(slope).toBeCloseTo(alone.slope * 0.5, 9);
    expect(shift).toBeCloseTo(alone.slope * 0.2 + alone.shift, 9);
  });
});
