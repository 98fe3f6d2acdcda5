import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packagesForTools, packagesInCode } from '../../electron/setup/package-table.mjs';
import { CHECKOUT, projectFiles, read } from './support/files.ts';
import { runTool } from './support/run-tool.ts';
import { scratchCheckout } from './support/scratch-checkout.ts';

type Module = { readonly source: string; readonly dependencies: readonly { readonly dependencyTypes: readonly string[] }[] };
type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };
type Cruise = { readonly modules: readonly Module[]; readonly summary: { readonly violations: readonly Violation[] } };

const ARGUMENTS = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'shared', 'electron', 'renderer', 'resources', 'e2e'];

async function cruise(folder: string): Promise<Cruise> {
  const { stdout, stderr } = await runTool('dependency-cruiser/bin/dependency-cruise.mjs', ARGUMENTS, folder);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const uses = (path: string) => `import { thing } from '${path}';\nexport const used = thing;\n`;
const usesType = (path: string) => `import type { Thing } from '${path}';\nexport type Used = Thing;\n`;

/** Files that keep to the rules, entries included; the broken ones below import them. */
const SOUND = Object.fromEntries([
  ...['shared/util', 'shared/core', 'shared/contract', 'shared/strings', 'electron/engine', 'electron/main', 'renderer/ui'].map(
    (folder) => [`${folder}/thing.ts`, 'export const thing = 1;\nexport type Thing = number;\n'],
  ),
  ['shared/core/testing/thing.ts', 'export const thing = 1;\n'],
  ['electron/main/main.ts', "import './thing.ts';\nimport '#util/thing.ts';\nimport 'electron';\n"],
  ['electron/preload/preload.ts', "import 'electron';\nimport '#contract/thing.ts';\n"],
  ['electron/engine/serve.ts', "import './thing.ts';\nimport '#core/thing.ts';\nimport './db/open.ts';\n"],
  ['electron/engine/db/open.ts', "import '@photostructure/sqlite';\n"],
  ['electron/cli/cli.ts', "import '../engine/thing.ts';\n"],
  ['renderer/app/main.tsx', "import '../ui/thing.ts';\nimport '#strings/thing.ts';\nimport 'react';\n"],
]);

/** What must be refused: a file, what it holds, and the rule that names it. */
const WALLS: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['shared/util/outward.ts', uses('#core/thing.ts'), 'ring shared/util'],
  ['shared/core/outward.ts', uses('#contract/thing.ts'), 'ring shared/core'],
  ['shared/core/outward-type.ts', usesType('#contract/thing.ts'), 'ring shared/core'],
  ['shared/core/sideward.ts', uses('#strings/thing.ts'), 'ring shared/core'],
  ['shared/contract/outward.ts', usesType('../../electron/engine/thing.ts'), 'ring shared/contract'],
  ['electron/engine/outward.ts', uses('../main/thing.ts'), 'ring electron/engine'],
  ['electron/main/inside.ts', uses('../engine/thing.ts'), 'ring electron/main'],
  ['renderer/ui/across.ts', usesType('../../electron/engine/thing.ts'), 'ring renderer'],
  ['electron/engine/window.ts', uses('electron'), 'package electron'],
  ['electron/engine/index/query.ts', usesType('@photostructure/sqlite'), 'package @photostructure/sqlite'],
  ['electron/engine/ingest/events.ts', uses('@parcel/watcher'), 'package @parcel/watcher'],
  ['renderer/features/library/table.tsx', uses('@tanstack/react-table'), 'package @tanstack/react-table'],
  ['renderer/features/desk/editor.tsx', uses('@codemirror/view'), 'package @codemirror/view'],
  ['shared/core/validate.ts', uses('valibot'), 'package valibot'],
  ['electron/engine/unknown.ts', uses('left-pad'), 'unclassified package'],
  ['shared/core/clock.ts', uses('node:fs'), 'node in a ring without node'],
  ['renderer/ui/disk.ts', uses('node:fs'), 'node in a ring without node'],
  ['shared/core/circle-a.ts', "export { thing } from './circle-b.ts';\n", 'circle'],
  ['shared/core/type-circle-a.ts', "import type { B } from './type-circle-b.ts';\nexport type A = B | null;\n", 'circle'],
  ['shared/core/nowhere.ts', uses('./not-there.ts'), 'unresolvable'],
  ['shared/core/tested.ts', uses('./testing/thing.ts'), 'test code in the product'],
  ['shared/core/dead.ts', 'export const dead = 1;\n', 'dead file'],
];

/** The other halves of the circles; a circle is reported once, at one of its files. */
const HALVES = {
  'shared/core/circle-b.ts': "export { thing } from './circle-a.ts';\n",
  'shared/core/type-circle-b.ts': "import type { A } from './type-circle-a.ts';\nexport type B = A | null;\n",
};

describe('the dependency rules', () => {
  const scratch = scratchCheckout({ packages: false });
  let violations: readonly Violation[] = [];
  let violationsBefore: readonly Violation[] | undefined;
  beforeAll(async () => {
    for (const name of [...Object.keys(packagesInCode), 'left-pad']) {
      scratch.write({
        [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js', type: 'module' }),
        [`node_modules/${name}/index.js`]: 'export const thing = 1;\n',
      });
    }
    scratch.write(SOUND);
    violationsBefore = (await cruise(scratch.folder)).summary.violations;
    scratch.write(HALVES);
    scratch.write(Object.fromEntries(WALLS.map(([path, text]) => [path, text])));
    violations = (await cruise(scratch.folder)).summary.violations;
  }, 60_000);
  afterAll(scratch.remove);

  test('let pass what keeps to them', () => {
    const found = violationsBefore?.filter(({ from }) => !from.includes('/testing/'));
    expect(found?.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
  });

  test.each(WALLS)('refuse %s', (path, _text, rule) => {
    expect(violations.filter(({ from }) => from === path).map((each) => each.rule.name)).toContain(rule);
  });
});

describe('this project', () => {
  test('keeps to the dependency rules, and they saw every module of it', async () => {
    const { modules, summary } = await cruise(CHECKOUT);
    const code = projectFiles().filter((path) => /^(?:shared|electron|renderer|resources|e2e)\/.*\.(?:tsx?|mjs)$/.test(path));
    expect(code.length).toBeGreaterThan(100);
    const seen = new Set(modules.map(({ source }) => source));
    expect(code.filter((path) => !seen.has(path))).toEqual([]);
    // A parser that understands nothing sees modules without imports.
    expect(modules.filter(({ source, dependencies }) => code.includes(source) && dependencies.length > 0).length).toBeGreaterThan(80);
    const types = modules.flatMap(({ dependencies }) => dependencies.filter((each) => each.dependencyTypes.includes('type-only')));
    expect(types.length).toBeGreaterThan(40);
    expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  }, 60_000);

  test('classifies every package it asks for, and asks for every package it classifies', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const asked = Object.keys({ ...dependencies, ...devDependencies }).toSorted();
    expect(asked.length).toBeGreaterThan(20);
    expect([...Object.keys(packagesInCode), ...packagesForTools].toSorted()).toEqual(asked);
  });
});
