import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderWriter } from './folder-writer.ts';
import { MANIFEST } from './read-manifest.ts';
import { differences, finishReplacing, linkUnchanged, replacingSteps } from './replace-folder.ts';

/** A folder in which exports are made by hand. */
function place() {
  const base = mkdtempSync(join(tmpdir(), 'stet-replace-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const made = async (name: string, files: Readonly<Record<string, string>>) => {
    const writer = new FolderWriter(join(base, name));
    for (const [path, text] of Object.entries(files)) writer.append(path, text);
    writer.closeAll();
    writer.append(MANIFEST, JSON.stringify({ generator: 'stet', files: writer.takeWritten() }));
    await writer.finish();
    return join(base, name);
  };
  return { base, made };
}

const OLD = { 'text/1.txt': '一', 'text/2.txt': '二', 'text/3.txt': '三' };
const NEW = { 'text/1.txt': '一', 'text/2.txt': '二改', 'text/4.txt': '四' };
const inode = (path: string) => statSync(path).ino;

test('what is the same by checksum becomes the same file, and what changed is told', async () => {
  const { made } = place();
  const [former, next] = [await made('corpus', OLD), await made('corpus.next', NEW)];
  writeFileSync(join(former, 'text', '2.txt'), '二改'); // whatever the manifest says of it
  await linkUnchanged(next, former);
  expect(inode(join(next, 'text', '1.txt'))).toBe(inode(join(former, 'text', '1.txt')));
  expect(inode(join(next, 'text', '2.txt'))).not.toBe(inode(join(former, 'text', '2.txt')));
  expect(readdirSync(join(next, 'text')).toSorted()).toEqual(['1.txt', '2.txt', '4.txt']);
  expect(differences(former, next)).toEqual({ filesAdded: 1, filesChanged: 1, filesRemoved: 1, filesSame: 1 });
});

test('a file of the former export that was changed by hand is not linked', async () => {
  const { made } = place();
  const [former, next] = [await made('corpus', OLD), await made('corpus.next', OLD)];
  writeFileSync(join(former, 'text', '1.txt'), '改');
  await linkUnchanged(next, former);
  expect(readFileSync(join(next, 'text', '1.txt'), 'utf8')).toBe('一');
  expect(inode(join(next, 'text', '3.txt'))).toBe(inode(join(former, 'text', '3.txt')));
});

test('stopped behind any step, what is left is one whole export in its place, and nothing else', async () => {
  const steps = replacingSteps('', '').length;
  for (let done = 0; done <= steps; done += 1) {
    const { base, made } = place();
    const [target, next] = [await made('corpus', OLD), await made('corpus.next', NEW)];
    for (const step of replacingSteps(next, target).slice(0, done)) step();
    expect(finishReplacing(next, target)).toBe(done > 0 && done < steps);
    expect(readFileSync(join(target, 'text', '2.txt'), 'utf8')).toBe(done === 0 ? '二' : '二改');
    expect(readdirSync(base).toSorted()).toEqual(done === 0 ? ['corpus', 'corpus.next'] : ['corpus']);
    expect(finishReplacing(next, target)).toBe(false);
  }
});

test('where the new export was lost meanwhile, the former one comes back', async () => {
  const { made } = place();
  const [target, next] = [await made('corpus', OLD), await made('corpus.next', NEW)];
  replacingSteps(next, target)[0]!();
  rmSync(join(next, MANIFEST));
  expect(finishReplacing(next, target)).toBe(true);
  expect(readFileSync(join(target, 'text', '2.txt'), 'utf8')).toBe('二');
});

test('a folder of somebody else’s is never touched', async () => {
  const { base, made } = place();
  const next = await made('corpus.next', NEW);
  mkdirSync(join(base, 'corpus.former'));
  writeFileSync(join(base, 'corpus.former', 'mine.txt'), '');
  expect(finishReplacing(next, join(base, 'corpus'))).toBe(false);
  expect(existsSync(join(base, 'corpus.former', 'mine.txt'))).toBe(true);
  expect(existsSync(join(base, 'corpus'))).toBe(false);
});
