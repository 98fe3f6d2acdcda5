import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryProject } from '../testing/project.ts';
import { MANIFEST, readManifest } from './read-manifest.ts';

const FILES = Array.from({ length: 1_500 }, (_, k) => ({ path: `text/石桥街道/${'装'.repeat(k % 90)}${k}.txt`, bytes: k, sha256: `${k}`.padStart(64, '0') }));
const written = (files: readonly object[], end = '],') => `{\n"generator": "stet",\n"formats": ["text"],\n"files": [${files.map((file, k) => `${k === 0 ? '\n' : ',\n'}${JSON.stringify(file)}`).join('')}\n${end}\n"characters": []\n}\n`;

function reader() {
  const { base } = temporaryProject();
  return (text: string) => {
    writeFileSync(join(base, MANIFEST), text);
    const read = readManifest(base);
    return read && { files: [...read.files], count: read.count, sha256: read.sha256 };
  };
}

test('a manifest is read as it stands, also where somebody put it into another form', () => {
  const read = reader();
  for (const files of [[], FILES.slice(0, 1), FILES]) {
    for (const text of [written(files), JSON.stringify(JSON.parse(written(files))), JSON.stringify(JSON.parse(written(files)), null, 2), `${written(files)}\n`]) {
      expect(read(text)).toEqual({ files, count: files.length, sha256: createHash('sha256').update(text).digest('hex') });
    }
  }
});

test('what is cut off, broken or of another program is none', () => {
  const read = reader();
  const whole = written(FILES.slice(0, 3));
  for (const length of [0, 1, 20, 60, 150, whole.length - 20, whole.length - 3]) expect(read(whole.slice(0, length))).toBeNull();
  expect(read(whole.replace('"stet"', '"other"'))).toBeNull();
  expect(read(whole.replace('"bytes":1', '"bytes":"1"'))).toBeNull();
  expect(read(whole.replace('"},\n{', '"}\n{'))).toBeNull(); // a comma is missing
  expect(read(written(FILES.slice(0, 3), ',],'))).toBeNull();
  expect(readManifest(join(temporaryProject().base, 'nowhere'))).toBeNull();
});
