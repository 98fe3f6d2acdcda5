import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { extractFromTgz } from './tar.mjs';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stet-tar-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * @param {string} name
 * @param {Buffer} bytes
 */
function member(name, bytes) {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** @param {readonly Buffer[]} parts */
function archive(...parts) {
  const path = join(folder, 'x.tgz');
  writeFileSync(path, gzipSync(Buffer.concat(parts)));
  return path;
}

test('takes out the file it is asked for, whatever its size and place', async () => {
  const wanted = Buffer.alloc(300_001, 'stet');
  const path = archive(member('package/package.json', Buffer.from('{}')), member('package/big.zip', wanted), member('package/z', Buffer.from('z')), Buffer.alloc(1024));
  await extractFromTgz(path, 'package/big.zip', join(folder, 'big.zip'));
  expect(readFileSync(join(folder, 'big.zip')).equals(wanted)).toBe(true);
});

test('says when the file is not there', async () => {
  const path = archive(member('package/package.json', Buffer.from('{}')), Buffer.alloc(1024));
  await expect(extractFromTgz(path, 'package/big.zip', join(folder, 'big.zip'))).rejects.toThrow('does not hold');
});

test('says when the archive ends too early', async () => {
  const path = archive(member('package/big.zip', Buffer.alloc(5000, 'x')).subarray(0, 2000));
  await expect(extractFromTgz(path, 'package/big.zip', join(folder, 'big.zip'))).rejects.toThrow('cut short');
});
