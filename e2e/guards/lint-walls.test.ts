import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKOUT, placesOf, projectFiles } from './support/files.ts';
import { runTool } from './support/run-tool.ts';
import { scratchCheckout } from './support/scratch-checkout.ts';

type Report = { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[] };

async function lint(folder: string, ...paths: readonly string[]): Promise<Report> {
  const { stdout, stderr } = await runTool('oxlint/bin/oxlint', ['--deny-warnings', '--format=json', ...paths], folder);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const component = (body: string) => `import { useEffect, useState } from 'react';\nexport function Part({ id }: { id: string }) {\n${body}\n}\n`;

/** What must be refused: a file, what it holds, and the rule that says so. */
const WALLS: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['shared/core/any.ts', 'export const broken = (x: any): unknown => x;\n', 'no-explicit-any'],
  ['shared/contract/as-any.ts', 'export const broken = (x: unknown): number => (x as any).size;\n', 'no-explicit-any'],
  ['electron/engine/console.ts', "console.log('');\nexport {};\n", 'no-console'],
  ['renderer/state/console.ts', "console.log('');\nexport {};\n", 'no-console'],
  ['renderer/ui/html.tsx', "export const Broken = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n", 'no-danger'],
  ['renderer/ui/door.ts', 'export const broken = () => window.stet;\n', 'no-restricted-properties'],
  ['renderer/ui/door-global.ts', 'export const broken = () => globalThis.stet;\n', 'no-restricted-properties'],
  ['renderer/ui/conditional.tsx', component("  if (id === '') return null;\n  const [n] = useState(0);\n  return <p>{n}</p>;"), 'rules-of-hooks'],
  ['renderer/ui/deps.tsx', component('  useEffect(() => { document.title = id; }, []);\n  return null;'), 'exhaustive-deps'],
  ['electron/main/eval.ts', "export const broken = (text: string): unknown => eval(text);\n", 'no-eval'],
  ['shared/core/wrong_name.ts', 'export const fine = 1;\n', 'filename-case'],
  ['shared/core/default.ts', 'export default 1;\n', 'no-default-export'],
  ['shared/core/later.ts', '// TODO: later\nexport const fine = 1;\n', 'no-warning-comments'],
  ['shared/core/only.test.ts', "import { expect, test } from 'vitest';\ntest.only('x', () => { expect(1).toBe(1); });\n", 'no-focused-tests'],
  ['shared/core/skip.test.ts', "import { expect, test } from 'vitest';\ntest.skip('x', () => { expect(1).toBe(1); });\n", 'no-disabled-tests'],
  ['shared/core/vacuous.test.ts', "import { test } from 'vitest';\ntest('x', () => {});\n", 'expect-expect'],
  ['electron/engine/floating.ts', 'export function broken(): void {\n  Promise.resolve(1);\n}\n', 'no-floating-promises'],
  ['shared/core/switch.ts', "export function broken(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      break;\n  }\n}\n", 'switch-exhaustiveness-check'],
  ['shared/core/ignored.ts', '// @ts-ignore\nexport const fine: number = 1;\n', 'ban-ts-comment'],
  ['shared/core/throw.ts', "export function broken(): never {\n  throw 'text';\n}\n", 'only-throw-error'],
];

describe('the linter', () => {
  const scratch = scratchCheckout({ packages: true });
  let report: Report | undefined;
  beforeAll(async () => {
    scratch.write(Object.fromEntries(WALLS.map(([path, text]) => [path, text])));
    report = await lint(scratch.folder, 'shared', 'electron', 'renderer');
  }, 60_000);
  afterAll(scratch.remove);

  test.each(WALLS)('refuses %s', (path, _text, rule) => {
    const own = report?.diagnostics.filter(({ filename }) => filename.replaceAll('\\', '/') === path).map(({ code }) => code);
    expect(own?.join(' ')).toContain(`(${rule})`);
  });
});

describe('this project', () => {
  test('is linted file by file', async () => {
    const { stdout } = await runTool('oxlint/bin/oxlint', ['--debug=files'], CHECKOUT);
    const linted = stdout.trim().split('\n').map((path) => path.replaceAll('\\', '/'));
    const code = projectFiles().filter((path) => /\.(?:[cm]?js|tsx?)$/.test(path) && !/^(?:resources|e2e\/fixtures)\//.test(path));
    expect(code.length).toBeGreaterThan(100);
    expect(linted.toSorted()).toEqual(code);
  });

  test('silences the linter only where it says why', () => {
    const code = projectFiles().filter((path) => /\.(?:mjs|tsx?|css)$/.test(path) && path !== 'e2e/guards/lint-walls.test.ts');
    expect(code.length).toBeGreaterThan(100);
    expect(placesOf(/(?:oxlint|eslint)-disable(?![^\n]* -- \S)[^\n]*/g, code)).toEqual([]);
  });

  test('never silences it in the contract, at the engine’s doors or at the bridge', () => {
    const doors = projectFiles().filter((path) =>
      /^(?:shared\/contract|electron\/engine\/(?:db|watch)|electron\/preload|renderer\/bridge)\/.*\.tsx?$/.test(path),
    );
    expect(doors.length).toBeGreaterThan(8);
    expect(placesOf(/(?:oxlint|eslint)-disable[^\n]*|\bas any\b|:\s*any\b|<any\b/g, doors)).toEqual([]);
  });
});
