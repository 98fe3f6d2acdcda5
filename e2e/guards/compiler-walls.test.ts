import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTool } from './support/run-tool.ts';
import { scratchCheckout } from './support/scratch-checkout.ts';

/** A file in each ring that another may try to import, and that has to compile. */
const PROBES = {
  'shared/util/probe.ts': 'export const probe = 1;\n',
  'shared/core/probe.ts': "export { probe } from '#util/probe.ts';\n",
  'shared/strings/probe.ts': "export { probe } from '#util/probe.ts';\n",
  'shared/contract/probe.ts': "export { probe } from '#core/probe.ts';\n",
  'electron/engine/probe.ts': "import { sep } from 'node:path';\nexport { probe } from '#contract/probe.ts';\nexport const s = sep;\n",
  'electron/cli/probe.ts': "export { probe } from '../engine/probe.ts';\n",
  'electron/main/probe.ts': "import { app } from 'electron';\nexport { probe } from '#contract/probe.ts';\nexport const name = () => app.getName();\n",
  'electron/preload/probe.ts': "import { contextBridge } from 'electron';\nexport const world = () => contextBridge;\n",
  'renderer/probe.tsx': "export { probe } from '#contract/probe.ts';\nexport const body = () => <p>{document.title}</p>;\n",
  'shared/core/probe.test.ts': "import { test } from 'vitest';\nimport { probe } from './probe.ts';\ntest(String(probe), () => {});\n",
};

const imports = (path: string) => `import { probe } from '${path}';\nexport const broken = probe;\n`;
const uses = (expression: string) => `export const broken = () => ${expression};\n`;

/**
 * What must not compile, and the compiler's code for why. 6307: the file belongs to no project this one refers to. 2305:
 * there is no such export, as of `electron` where it is not to be seen.
 */
const WALLS: readonly (readonly [what: string, path: string, text: string, code: string])[] = [
  ['util importing core', 'shared/util/broken-core.ts', imports('../core/probe.ts'), 'TS6307'],
  ['core importing the contract', 'shared/core/broken-contract.ts', imports('#contract/probe.ts'), 'TS6307'],
  ['core importing the strings', 'shared/core/broken-strings.ts', imports('#strings/probe.ts'), 'TS6307'],
  ['core importing its own test', 'shared/core/broken-test.ts', "import './probe.test.ts';\n", 'TS6307'],
  ['core importing a type of the renderer', 'shared/core/broken-type.ts', "import type { body } from '../../renderer/probe.tsx';\nexport type B = typeof body;\n", 'TS6'],
  ['the contract importing the engine', 'shared/contract/broken-engine.ts', imports('../../electron/engine/probe.ts'), 'TS6307'],
  ['the contract importing the renderer', 'shared/contract/broken-renderer.ts', "import { body } from '../../renderer/probe.tsx';\nexport const b = body;\n", 'TS6'],
  ['the engine importing main', 'electron/engine/broken-main.ts', imports('../main/probe.ts'), 'TS6307'],
  ['the engine importing electron', 'electron/engine/broken-electron.ts', "import { app } from 'electron';\nexport const a = app;\n", 'TS2305'],
  ['the command line importing electron', 'electron/cli/broken-electron.ts', "import { app } from 'electron';\nexport const a = app;\n", 'TS2305'],
  ['the preload script importing main', 'electron/preload/broken-main.ts', imports('../main/probe.ts'), 'TS6307'],
  ['the renderer importing the engine', 'renderer/broken-engine.ts', imports('../electron/engine/probe.ts'), 'TS6307'],
  ['the renderer importing electron', 'renderer/broken-electron.ts', "import { ipcRenderer } from 'electron';\nexport const i = ipcRenderer;\n", 'TS2305'],
  ['console in a pure ring', 'shared/core/broken-console.ts', uses("console.log('')"), 'TS2584'],
  ['the DOM in a pure ring', 'shared/core/broken-dom.ts', uses('document.title'), 'TS2584'],
  ['Node in a pure ring', 'shared/contract/broken-node.ts', "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n", 'TS2591'],
  ['a timer in a pure ring', 'shared/core/broken-timer.ts', uses('setTimeout(() => {}, 1)'), 'TS2304'],
  ['the DOM in the engine', 'electron/engine/broken-dom.ts', uses('document.title'), 'TS2584'],
  ['the DOM in main', 'electron/main/broken-dom.ts', uses('document.title'), 'TS2584'],
  ['Node in the renderer', 'renderer/broken-node.ts', "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n", 'TS2591'],
  ['process in the renderer', 'renderer/broken-process.ts', uses('process.cwd()'), 'TS2591'],
  ['an Electron API that the fallback does not have', 'electron/main/broken-api.ts', "import { app } from 'electron';\nexport const m = () => app.setToastActivatorCLSID;\n", 'TS2339'],
];

describe('the compiler', () => {
  const scratch = scratchCheckout({ packages: true });
  const compile = () => runTool('typescript-7/bin/tsc', ['-b'], scratch.folder);
  let complaints = '';
  let complaintsBefore: string;
  beforeAll(async () => {
    scratch.write(PROBES);
    complaintsBefore = (await compile()).stdout;
    scratch.write(Object.fromEntries(WALLS.map(([, path, text]) => [path, text])));
    complaints = (await compile()).stdout;
  }, 60_000);
  afterAll(scratch.remove);

  test('lets pass what keeps to its ring', () => {
    // A project of the configuration without any file is complained about, and there are such in the scratch checkout.
    expect(complaintsBefore.split('\n').filter((line) => line !== '' && !line.includes('TS18003'))).toEqual([]);
  });

  test.each(WALLS)('refuses %s', (_what, path, _text, code) => {
    const own = complaints.split('\n').filter((line) => line.startsWith(`${path}(`));
    expect(own.join('\n')).toContain(`error ${code}`);
  });
});
