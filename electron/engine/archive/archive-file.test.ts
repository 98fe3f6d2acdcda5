import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Archive, countArchive } from '#core/parse/archive.ts';
import { junction } from '#core/parse/archive-says.ts';
import { endsOf } from '#core/parse/ends.ts';
import { isWhole, packArchive, readArchiveFile, unpackArchive, writeArchiveFile } from './archive-file.ts';

const archive = countArchive('0123456789ab', ['渡口今天通航，老船工很高兴。', '老船工说，渡口通航了。'], () => []);

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array | Int32Array | Uint32Array) => Buffer.from(buffer, byteOffset, byteLength);

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('packed statistics', () => {
  it('are what was packed, in memory that threads share', () => {
    const bytes = packArchive({ archive, of: 7 });
    const counted = unpackArchive(bytes);
    expect(isWhole(bytes)).toBe(true);
    expect(counted).toMatchObject({ of: 7, archive: { version: '0123456789ab', characters: archive.characters } });
    const tables = ({ singles, pairs, triples }: Archive) => [singles, pairs.slots, triples.slots];
    for (const [at, table] of tables(counted.archive).entries()) {
      expect(table.buffer).toBeInstanceOf(SharedArrayBuffer);
      expect(bytesOf(table).equals(bytesOf(tables(archive)[at]!))).toBe(true);
    }
    const met = (of: Archive) => junction(of, endsOf(of, ['今天渡口', '通航']), 0, 1);
    expect(met(counted.archive)).toBe(met(archive));
  });

  it('outlive the process in a file, and nothing else is left there', async () => {
    const folder = place();
    const path = join(folder, 'archive.counts');
    await writeArchiveFile(path, packArchive({ archive, of: 7 }));
    expect(readdirSync(folder)).toEqual(['archive.counts']);
    const counted = await readArchiveFile(path);
    expect(counted?.of).toBe(7);
    expect(counted && bytesOf(packArchive(counted)).equals(bytesOf(packArchive({ archive, of: 7 })))).toBe(true);
    await expect(readArchiveFile(`${path}.not`)).rejects.toThrow('ENOENT');
  });

  it.each<[string, (file: Buffer) => Uint8Array]>([
    ['nothing', () => Buffer.alloc(0)],
    ['a beginning', (file) => file.subarray(0, -2)],
    ['more than all', (file) => Buffer.concat([file, Buffer.alloc(2)])],
    ['one bit turned', (file) => {
      file[file.length - 100]! ^= 1;
      return file;
    }],
    ['another way of counting', (file) => {
      const head = file.subarray(0, 512).toString('latin1');
      return Buffer.concat([Buffer.from(head.replace(/"counting":\d+/, '"counting":0').padEnd(512).slice(0, 512), 'latin1'), file.subarray(512)]);
    }],
    ['text', () => Buffer.from('渡口今天通航'.repeat(1000))],
  ])('of which a file holds %s are none', async (_, damage) => {
    const path = join(place(), 'archive.counts');
    await writeArchiveFile(path, packArchive({ archive, of: 7 }));
    writeFileSync(path, damage(readFileSync(path)));
    expect(await readArchiveFile(path)).toBeNull();
  });
});
