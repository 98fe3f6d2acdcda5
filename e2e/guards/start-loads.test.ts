import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { CHECKOUT, read } from './support/files.ts';

const ALIASES = { '#util/': 'shared/util/', '#core/': 'shared/core/', '#contract/': 'shared/contract/', '#strings/': 'shared/strings/', '#resources/': 'resources/' };
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gmu;

/** All that is evaluated with a file: what it imports by statements, and what that imports. What is imported by a call comes later and is not among it. */
function loadedWith(entry: string): ReadonlySet<string> {
  const loaded = new Set([entry]);
  for (const path of loaded) {
    if (!/\.tsx?$/u.test(path) || !existsSync(join(CHECKOUT, path))) continue;
    for (const [, name = ''] of read(path).matchAll(IMPORT)) loaded.add(resolved(path, name));
  }
  return loaded;
}

function resolved(from: string, name: string): string {
  const alias = Object.entries(ALIASES).find(([start]) => name.startsWith(start));
  if (alias) return alias[1] + name.slice(alias[0].length);
  return name.startsWith('.') ? posix.join(dirname(from), name) : name;
}

const matching = (loaded: ReadonlySet<string>, pattern: RegExp) => [...loaded].filter((path) => pattern.test(path));

test('the window starts with the Library; what other screens are made of comes later', () => {
  const loaded = loadedWith('renderer/app/main.tsx');
  expect(loaded).toContain('renderer/features/library/library-screen.tsx');
  expect(loaded).toContain('react-dom/client');
  expect(matching(loaded, /^@codemirror\//u)).toEqual([]);
  expect(matching(loaded, /^renderer\/features\/(?!library|project\/start).*(?:-screen|\/desk|-pane|-editor)\.tsx$/u)).toEqual([]);
});

test('the engine answers its first calls without what it reads, splits and learns with, and without other formats’ readers', () => {
  const loaded = loadedWith('electron/engine/serve.ts');
  expect(loaded).toContain('electron/engine/serve/handlers/library.ts');
  expect(matching(loaded, /^@node-rs\/jieba|^@parcel\/watcher|^@hyzyla\/pdfium|^utif2|^n3$|^saxes|^csv-parse/u)).toEqual([]);
  expect(matching(loaded, /^shared\/core\/split\/(?!version\.ts|train\/(?:verdict|block-tree)\.ts)|^electron\/engine\/(?:ingest\/(?!strict-decode|read-bytes|decode|binary|file-errors)|learn|words|export|watch|split)/u)).toEqual([]);
});

test('nothing that waits for an answer keeps the start of the main process waiting', () => {
  const loaded = loadedWith('electron/main/main.ts');
  expect(loaded).toContain('electron/main/run-stet.ts');
  // `protocol.handle` speaks in the objects of fetch: for them Node loads an HTTP client.
  expect(matching(loaded, /\.ts$/u).filter((path) => existsSync(join(CHECKOUT, path)) && /\bprotocol\.handle\(|\bnew Response\(|\bfetch\(/u.test(read(path)))).toEqual([]);
});
