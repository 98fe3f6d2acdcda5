import { expect, test } from 'vitest';
import { EXPORTERS } from '#core/export/registry.ts';
import en from '#resources/strings/en.json' with { type: 'json' };
import { projectFiles, read } from './support/files.ts';

/** Every export format has all that belongs to it: its file, its line in the registry, its strings, its test. */
const FOLDER = 'shared/core/export/formats/';
const files = projectFiles().filter((path) => path.startsWith(FOLDER) && path.endsWith('.ts') && !path.endsWith('.test.ts'));
const ids = EXPORTERS.map(({ id }) => id);

test('every format has a file of its name, and every such file is registered', () => {
  expect(files.length).toBeGreaterThan(1);
  expect(files.map((path) => path.slice(FOLDER.length, -'.ts'.length))).toEqual(ids.toSorted());
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
