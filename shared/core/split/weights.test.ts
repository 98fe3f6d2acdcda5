import { describe, expect, it } from 'vitest';
import file from '#resources/split/weights.json' with { type: 'json' };
import { WEIGHT_COUNT, weightName } from './model.ts';
import { readWeights, writeWeights } from './weights.ts';

describe('the weights file', () => {
  it('reads into a model and is written back as it stands', () => {
    const model = readWeights(file);
    expect(model.ok).toBe(true);
    if (!model.ok) return;
    const again = writeWeights(model.value);
    expect(again).toEqual({
      version: file.version,
      kinds: file.kinds,
      linked: file.linked,
      observations: file.observations,
      transitions: file.transitions,
      links: file.links,
      continuity: file.continuity,
      lost: file.lost,
      calibration: file.calibration,
    });
  });

  it('names every weight once', () => {
    expect(new Set(Array.from({ length: WEIGHT_COUNT }, (_, index) => weightName(index))).size).toBe(WEIGHT_COUNT);
  });

  it('holds feature names, no words of any page', () => {
    const names = [...Object.keys(file.observations), ...Object.keys(file.transitions), ...Object.keys(file.links), ...Object.keys(file.continuity)];
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => !/^[\w .+=>-]+$/.test(name))).toEqual([]);
  });

  it('refuses what was trained for other features, and what is no weights file', () => {
    expect(readWeights({ ...file, transitions: { ...file.transitions, 'head.kicker>moon': 1 } })).toEqual({
      ok: false,
      error: { code: 'unknown-feature', name: 'head.kicker>moon' },
    });
    expect(readWeights({ ...file, kinds: ['kicker'] })).toEqual({ ok: false, error: { code: 'not-weights' } });
  });
});
