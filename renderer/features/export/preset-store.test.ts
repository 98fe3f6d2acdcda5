import { expect, test } from 'vitest';
import type { PresetChoices } from '#contract/schemas/preset.ts';
import type { Queue } from '#contract/schemas/queue.ts';
import { exportStore } from './export-store.ts';
import { choiceOf, choosePreset, chosenPreset, isChosen } from './preset-store.ts';

const CHOICES: PresetChoices = { formats: ['csv', 'jsonl'], filter: { status: ['approved'], dateFrom: '1957' }, reading: 'emended', bom: true, licence: null, withProject: false };
const queue: Queue = { id: 'q1', name: '旧稿', order: 'date', filter: { dateTo: '1956' }, builtIn: false };

test('a filter is the choice that the screen offers for it, else itself', () => {
  expect(choiceOf({}, [queue])).toBe('all');
  expect(choiceOf({ status: ['approved'] }, [queue])).toBe('approved');
  expect(choiceOf({ dateTo: '1956' }, [queue])).toEqual({ queue: 'q1' });
  expect(choiceOf({}, [{ ...queue, filter: {}, builtIn: true }])).toBe('all');
  expect(choiceOf({ dateTo: '1957' }, [queue])).toEqual({ filter: { dateTo: '1957' } });
});

test.each([
  [{}, true],
  [{ formats: ['jsonl', 'csv'] }, true],
  [{ filter: { dateFrom: '1957', status: ['approved'] } }, true],
  [{ licence: 'cc-by-4.0' }, true], // the preset says nothing of it
  [{ formats: ['csv'] }, false],
  [{ reading: 'printed' }, false],
  [{ bom: false }, false],
  [{ filter: {} }, false],
  [{ withProject: true }, false],
] as const)('with %j: the preset is chosen: %j', (more, expected) => {
  expect(isChosen(CHOICES, { ...CHOICES, ...more } as PresetChoices)).toBe(expected);
});

test('a preset is chosen as a whole; formats that are not there are left out, and the licence stays where it says nothing of it', () => {
  const preset = { id: 'p', name: '年鉴', choices: { ...CHOICES, formats: ['gone', 'csv'] }, builtIn: false };
  exportStore.setState({ offered: ['csv', 'jsonl'], formats: ['jsonl'], licence: 'cc0-1.0', bom: false });
  choosePreset(preset);
  expect(exportStore.getState()).toMatchObject({ formats: ['csv'], choice: { filter: CHOICES.filter }, bom: true, licence: 'cc0-1.0' });
  choosePreset({ ...preset, choices: CHOICES });
  expect(chosenPreset([{ ...preset, choices: CHOICES }])?.id).toBe('p');
  exportStore.setState({ bom: false });
  expect(chosenPreset([{ ...preset, choices: CHOICES }])).toBe(null);
});
