import { expect, test } from 'vitest';
import type { ReportedFinding } from '../../checks/report.ts';
import { type Fault, scoreMisreadings } from './misreadings.ts';

const fault = (kind: string, offset: number, noisy: string, original: string): Fault => ({ block: 0, offset, kind, noisy, original });
const finding = (kind: string, offset: number, length: number, suggestion: string, probability = 0.95): ReportedFinding => ({ block: 0, offset, length, kind, check: kind, probability, suggestion, suggestions: [suggestion] });

test('a fault is hit by what touches it, once; what touches none is an alarm', () => {
  const { kinds } = scoreMisreadings([{ faults: [fault('confusion', 3, '末', '未'), fault('lost_char', 7, '', '们'), fault('truncated', 9, '', '…')], findings: [finding('confusion', 3, 1, '未'), finding('confusion', 3, 1, '木'), finding('lost_char', 8, 0, '们'), finding('confusion', 20, 1, '日')] }]);
  expect(kinds.get('confusion')).toEqual({ faults: 1, hits: 1, right: 1, alarms: 1, taken: 3, harmful: 2 });
  expect(kinds.get('lost_char')).toEqual({ faults: 1, hits: 1, right: 0, alarms: 0, taken: 1, harmful: 1 }); // near enough to be found, not to be mended
  expect(kinds.has('truncated')).toBe(false);
});

test('harm is what is sure and does not mend what was wrong', () => {
  const faults = [fault('confusion', 3, '末', '未')];
  const harm = (...findings: readonly ReportedFinding[]) => {
    const { taken, harmful } = scoreMisreadings([{ faults, findings }]);
    return [taken, harmful];
  };
  expect(harm(finding('confusion', 3, 1, '未'))).toEqual([1, 0]);
  expect(harm(finding('confusion', 3, 1, '木'))).toEqual([1, 1]);
  expect(harm(finding('confusion', 5, 1, '木', 0.95), finding('confusion', 6, 1, '木', 0.5))).toEqual([1, 1]);
});
