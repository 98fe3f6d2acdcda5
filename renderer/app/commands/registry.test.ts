import { expect, test } from 'vitest';
import { allClashes, isReserved } from '../../commands/clashes.ts';
import { always } from '../../commands/command.ts';
import { parseKeys, typesNothing } from '../../commands/keys.ts';
import { registry } from './registry.ts';
import { RAIL } from '../../state/screen.ts';
import { voice } from '../../state/language.ts';

test('there are commands of every screen', () => {
  expect(new Set(registry.all.map(({ id }) => id.split('.')[0]))).toEqual(new Set(['accepted', 'app', 'concordance', 'desk', 'export', 'history', 'learning', 'library', 'names', 'project', 'queue', 'rules', 'search', 'topics']));
});

test('every command has a key', () => {
  expect(registry.all.filter(({ keys }) => keys.length === 0).map(({ id }) => id)).toEqual([]);
});

test('where two commands can be given, no key is given twice, and none begins a sequence of the other', () => {
  expect(registry.all.flatMap(({ keys }) => keys).filter((keys) => keys.includes(' ')).length).toBeGreaterThan(20);
  expect(allClashes(registry.all).map(({ id, keys, other, otherKeys }) => `${id} (${keys}) and ${other} (${otherKeys})`)).toEqual([]);
});

test('the digits of the screens run down the rail, and on without a gap', () => {
  const digits = registry.all.flatMap(({ id, keys }) => keys.filter((one) => /^Alt\+[1-9]$/u.test(one)).map((one) => [one.at(-1), id]));
  expect(digits.toSorted(([a = ''], [b = '']) => a.localeCompare(b))).toEqual([...RAIL.map((screen) => `app.go.${screen}`), 'learning.go', 'library.files', 'app.go.accepted'].map((id, at) => [`${at + 1}`, id]));
});

test('no key is the system’s', () => {
  expect(registry.all.flatMap(({ keys }) => keys).filter(isReserved)).toEqual([]);
});

test('what works in a text field has a key there that writes nothing', () => {
  expect(registry.all.filter(({ inText, keys }) => inText && !keys.some((one) => parseKeys(one).slice(0, 1).every(typesNothing))).map(({ id }) => id)).toEqual([]);
});

test('what is not always possible says what is wanting, unless the screen it is for says all', () => {
  const silent = registry.all.filter(({ when }) => when !== always && when.needs === undefined).map(({ id }) => id);
  expect(silent.every((id) => /^(?:app\.(?:go|open|pane|search)|history|project|topics|library\.files|learning\.go)/.test(id)), silent.join(' ')).toBe(true);
});

test.each(['en', 'zh-Hans'] as const)('in a list of the key sheet no line stands twice, in %s; but for the digits, whose topics are the user’s', (language) => {
  const { t } = voice(language);
  const lines = registry.all.filter(({ id }) => !/\.\d$/.test(id)).map(({ group, labelKey }) => `${group}: ${t(labelKey)}`);
  expect(lines.length).toBeGreaterThan(120);
  expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
});
