import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countArchive } from '#core/parse/archive.ts';
import { loadSplitter } from '../../electron/engine/split/load-splitter.ts';
import { dictionaryWords } from '../../electron/engine/words/dictionary.ts';
import { LIMITS, measure } from './measure.ts';
import { evaluationPages, ownPages } from './pages.ts';

// npm run bench (electron/setup/bench.mjs). The exit status says whether both limits were kept on every set of pages.
const root = process.argv[2]!;
const shared = process.env['STET_SHARED'] ?? join(root, '..', 'shared');
const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
const split = loadSplitter(join(root, 'resources'));

try {
  const sets = [{ name: 'own pages', paths: ownPages(root, folder) }, ...evaluationPages(shared)];
  for (const { name, paths } of sets) {
    const { baseline, counting, ours, ratio, slowest } = measure(paths, (sources) => {
      const archive = countArchive('', sources, dictionaryWords);
      return (source, hash) => split(source, hash, { archive });
    });
    const kept = ratio <= LIMITS.ratio && slowest.ratio <= LIMITS.slowest;
    const per = (all: number) => `${(all / paths.length).toFixed(3)} ms a page`;
    console.log(`${name}: ${paths.length} pages`);
    console.log(`  read and cut at blank lines  ${per(baseline)}`);
    console.log(`  read and count               ${per(counting)}`);
    console.log(`  that, read and split         ${per(ours)}, ${ratio.toFixed(1)} times that (at most ${LIMITS.ratio})`);
    console.log(`  slowest page                 ${slowest.ratio.toFixed(1)} times its share (at most ${LIMITS.slowest}): ${slowest.path}`);
    if (!kept) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
