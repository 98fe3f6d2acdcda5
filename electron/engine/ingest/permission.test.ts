import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fixture } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

let f: Fixture;
beforeEach(() => {
  f = fixture();
  f.put('good.txt');
  f.put('secret.txt');
  f.put('closed/page.txt');
  f.put('half/page.txt');
  chmodSync(f.folder, 0o755);
  if (isRoot) process.seteuid?.(NOBODY); // root may read everything
});
afterEach(async () => {
  process.seteuid?.(process.getuid?.() ?? 0);
  for (const path of ['', 'closed', 'half']) chmodSync(f.at(path), 0o755);
  await f.dispose();
});

/** Changes a mode as the owner, whoever reads. */
const chmod = (path: string, mode: number) => {
  const reader = process.geteuid?.() ?? 0;
  process.seteuid?.(process.getuid?.() ?? 0);
  chmodSync(f.at(path), mode);
  process.seteuid?.(reader);
};

describe('without permission', () => {
  it('a file and folders are listed, the rest is read, and all is well when permission is given', async () => {
    chmod('secret.txt', 0);
    chmod('closed', 0);
    chmod('half', 0o444); // names can be seen, files not
    const ingest = f.start();
    await ingest.settled();
    expect(f.store.summary()).toEqual(['closed problem:no-permission', 'good.txt read', 'half/page.txt problem:no-permission', 'secret.txt problem:no-permission']);
    const before = f.store.transactions.length;
    await ingest.rescan();
    expect(f.store.transactions).toHaveLength(before); // said once
    chmod('secret.txt', 0o644);
    chmod('closed', 0o755);
    chmod('half', 0o755);
    await ingest.rescan();
    expect(f.store.summary()).toEqual(['closed/page.txt read', 'good.txt read', 'half/page.txt read', 'secret.txt read']);
  });

  it('what was read stays, marked, and is back without being read again', async () => {
    const ingest = f.start();
    await ingest.settled();
    chmod('closed', 0);
    await ingest.rescan();
    expect(f.store.rows.get('closed/page.txt')).toMatchObject({ state: 'problem', problem: 'no-permission', hash: expect.any(String) });
    chmod('closed', 0o755);
    await ingest.rescan();
    expect(f.store.rows.get('closed/page.txt')?.state).toBe('read');
    expect(f.store.reportsOf('closed/page.txt')).toEqual(['read', 'problem', 'touched']);
  });

  it('to the folder itself, nothing is there', async () => {
    const ingest = f.start();
    await ingest.settled();
    chmod('', 0);
    await ingest.rescan();
    expect(f.there).toEqual([true, false]);
    expect([...f.store.rows.values()].every(({ state, hash }) => state === 'missing' && hash)).toBe(true);
    chmod('', 0o755);
    await ingest.rescan();
    expect(f.there).toEqual([true, false, true]);
    expect([...f.store.rows.values()].every(({ state }) => state === 'read')).toBe(true);
  });
});
