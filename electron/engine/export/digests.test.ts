import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { bundleThreadEntry } from '../ingest/testing/thread-entry.ts';
import { temporaryProject } from '../testing/project.ts';
import { Digests } from './digests.ts';
import { FolderWriter } from './folder-writer.ts';

let entry: URL;
let folder: string;
let dispose: () => void;
beforeAll(async () => {
  ({ entry, folder, dispose } = await bundleThreadEntry('hash-worker'));
});
afterAll(() => dispose());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const nowhere = new URL('nowhere.mjs', import.meta.url);

test('whatever is added, in whatever pieces, of several files by turns, by a thread or without one: the checksum is that of the whole', async () => {
  const piece = fc.nat(400_000).map((length) => Buffer.alloc(length, length));
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ file: fc.nat(2), piece }), { maxLength: 14 }), fc.constantFrom(entry, nowhere, null), async (added, hasher) => {
    const digests = new Digests(hasher);
    const files = [0, 1, 2].map(() => ({ digest: digests.file(), pieces: [] as Buffer[] }));
    for (const { file, piece: bytes } of added) {
      files[file]!.digest.update(bytes);
      files[file]!.pieces.push(bytes);
      await digests.calm();
    }
    const said = await Promise.all(files.map(async ({ digest }) => digest.end()));
    await digests.stop();
    expect(said).toEqual(files.map(({ pieces }) => sha256(Buffer.concat(pieces))));
  }), { numRuns: 30 });
});

const MUCH = Buffer.alloc(900_000, 'stet');

async function written(hasher: URL | null) {
  const { base } = temporaryProject();
  const writer = new FolderWriter(join(base, 'corpus'), hasher);
  onTestFinished(() => writer.abandon());
  for (let turn = 0; turn < 8; turn += 1) {
    writer.append('a/long.bin', MUCH);
    writer.append(`a/${turn}.txt`, String(turn));
    writer.close(`a/${turn}.txt`);
    writer.flush();
    await writer.calm();
  }
  writer.close('a/long.bin');
  writer.append('a/z.txt', 'z');
  writer.close('a/z.txt');
  const first = structuredClone(writer.takeWritten());
  await writer.reckoned();
  return [...first, ...writer.takeWritten()];
}

test('files are told in the order in which they were closed, and where the thread dies over one its checksum is read from the disk', async () => {
  const dying = join(folder, 'dying.mjs');
  writeFileSync(dying, `import { parentPort } from 'node:worker_threads';\nawait import(${JSON.stringify(entry.href)});\nlet heard = 0;\nparentPort.on('message', () => {\n  if ((heard += 1) === 9) process.exit(1);\n});\n`);
  const expected = [...Array.from({ length: 8 }, (_, turn) => ({ path: `a/${turn}.txt`, bytes: 1, sha256: sha256(Buffer.from(String(turn))) })), { path: 'a/long.bin', bytes: 8 * MUCH.length, sha256: sha256(Buffer.concat(Array<Buffer>(8).fill(MUCH))) }, { path: 'a/z.txt', bytes: 1, sha256: sha256(Buffer.from('z')) }];
  for (const hasher of [null, nowhere, entry, pathToFileURL(dying)]) expect(await written(hasher)).toEqual(expected);
});
