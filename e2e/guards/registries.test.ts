import { expect, test } from 'vitest';
import { HISTORY_KINDS } from '#contract/schemas/history.ts';
import { CHECKS } from '#core/checks/registry.ts';
import { EXPORTERS } from '#core/export/registry.ts';
import en from '#resources/strings/en.json' with { type: 'json' };
import { projectFiles, read } from './support/files.ts';

/** Every export format has all that belongs to it: its file, its line in the registry, its strings, its test. */
const FOLDER = 'shared/core/export/formats/';
const files = projectFiles().filter((path) => path.startsWith(FOLDER) && path.endsWith('.ts') && !path.endsWith('.test.ts'));
const ids = EXPORTERS.map(({ id }) => id);

test('every format has a file of its name, and every such file is registered', () => {
  expect(files.length).toBeGreaterThan(1);
  expect(files.map((path) => path.slice(FOLDER.length, -'.ts'.length)).toSorted()).toEqual(ids.toSorted());
});

test('the registry is sorted and names nothing twice', () => {
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

test.each(ids)('the format %s has a name and a line about it', (id) => {
  expect(en).toHaveProperty([`export.format.${id}`]);
  expect(en).toHaveProperty([`export.format-text.${id}`]);
});

test.each(ids)('the format %s has a test', (id) => {
  const tests = projectFiles().filter((path) => path.startsWith(FOLDER) && path.endsWith('.test.ts'));
  expect(tests.filter((path) => read(path).includes(`./${id}.ts`) || read(path).includes(`'${id}'`))).not.toEqual([]);
});

/** Every check likewise, and a page about it. */
const RULES = 'shared/core/checks/rules/';
const checks = CHECKS.map(({ id }) => id);

test('every check has a file of its name, and every such file is registered; the registry is sorted and names nothing twice', () => {
  const rules = projectFiles().filter((path) => path.startsWith(RULES) && path.endsWith('.ts') && !path.endsWith('.test.ts'));
  expect(rules.length).toBeGreaterThan(1);
  expect(rules.map((path) => path.slice(RULES.length, -'.ts'.length)).toSorted()).toEqual(checks);
  expect(checks).toEqual([...new Set(checks)].toSorted());
});

test.each(checks)('the check %s has a test, a page, a name and a message', (id) => {
  expect(projectFiles()).toContain(`${RULES}${id}.test.ts`);
  expect(projectFiles()).toContain(`${RULES}${id}.md`);
  expect(en).toHaveProperty([`check.${id}.name`]);
  expect(Object.keys(en).filter((key) => key.startsWith(`check.${id}.`)).length).toBeGreaterThan(1);
});

test('every act that the history has words for is of one kind, and every kind has a name', () => {
  const labels = Object.keys(en).flatMap((key) => (key.startsWith('history.') ? [key.slice('history.'.length)] : []));
  expect(labels.length).toBeGreaterThan(40);
  expect(Object.values(HISTORY_KINDS).flat().toSorted()).toEqual(labels.toSorted());
  for (const kind of Object.keys(HISTORY_KINDS)) expect(en).toHaveProperty([`journal.kind.${kind}`]);
});
