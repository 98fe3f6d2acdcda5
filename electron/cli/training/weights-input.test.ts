import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { rootFolder } from '../places.ts';
import { ownPages } from './own-pages.ts';
import { evaluationPages, hashOfPages } from './truth-pages.ts';

// The evaluation pages are not part of the repository: without them there is nothing to compare with.
const shared = process.env['STET_SHARED'] ?? join(rootFolder, '..', 'shared');
const folder = join(shared, 'eval');

describe.skipIf(!existsSync(folder))('resources/split/weights.json', () => {
  it('was trained on the pages as they are now (npm run train)', () => {
    const pages = [...ownPages(rootFolder).flat(), ...['dev', 'clean'].flatMap((set) => evaluationPages(folder, set))];
    expect(weights.trainedOn.pages).toBe(pages.length);
    expect(weights.trainedOn.sha256).toBe(hashOfPages(pages));
  });
});
