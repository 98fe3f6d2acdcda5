import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { DamagedError, LostTextError } from '../db/sqlite-error.ts';
import { strictDecode } from '../ingest/strict-decode.ts';
import { temporaryProject } from '../testing/project.ts';
import { SourceStore, textHash } from './source-store.ts';
import type { Version } from './source-store.ts';

function openStore() {
  const db = Database.open(join(temporaryProject().base, 'sources.db'), 'keep');
  migrate(db, 'sources');
  db.exec('DROP TRIGGER source_is_fixed; DROP TRIGGER source_is_kept'); // bytes change on a disk without asking
  const sources = new SourceStore(db, strictDecode);
  onTestFinished(() => sources.close());
  return { db, sources };
}

function version(text: string, encoding: Version['encoding'] = 'utf-8'): Version {
  const bytes = Buffer.from(text, 'utf8');
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes, encoding, text };
}

const wantedOf = ({ hash, encoding, text }: Version) => ({ hash, encoding, textHash: textHash(text) });

test('texts that were fetched are at hand: nothing is read of them any more', async () => {
  const { db, sources } = openStore();
  const versions = ['河水退了。', '长街夜雨。\r\n第二行。', '旧桥'].map((text) => version(text));
  sources.keep(versions);
  await sources.fetch(versions.slice(0, 2).map(wantedOf));
  db.exec('DELETE FROM source');
  const read = ({ hash, encoding, text }: Version) => sources.text(hash, encoding, textHash(text));
  expect(versions.slice(0, 2).map(read)).toEqual(['河水退了。', '长街夜雨。\r\n第二行。']);
  expect(() => read(versions[2]!)).toThrow(LostTextError);
});

test('bytes that changed, and texts that are kept beside their bytes, are left to whoever asks', async () => {
  const { db, sources } = openStore();
  const [sound, hurt, other] = [version('堤上'), version('柳色'), version('新的')];
  const kept = version('邮路', 'gb18030');
  sources.keep([sound, hurt, other, kept]);
  db.run('UPDATE source SET bytes = zeroblob(9) WHERE hash = ?', hurt.hash);
  db.run('UPDATE source SET bytes = (SELECT bytes FROM source WHERE hash = ?) WHERE hash = ?', sound.hash, other.hash); // sound bytes of another text
  await sources.fetch([sound, hurt, other, kept].map(wantedOf));
  for (const { hash, encoding, text } of [hurt, other]) expect(() => sources.text(hash, encoding, textHash(text))).toThrow(DamagedError);
  expect(sources.text(kept.hash, 'gb18030', textHash(kept.text))).toBe('邮路');
  expect(sources.text(sound.hash, 'utf-8', textHash(sound.text))).toBe('堤上');
});
