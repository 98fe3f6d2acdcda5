import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { paperPage } from '#core/testing/paper-page.ts';
import { newestVersion } from '../db/migrate.ts';
import { openEngine } from '../engine.ts';
import { RECIPE } from '../index/derive.ts';
import type { FileReport } from '../project/file-store.ts';
import { fileStore } from '../project/record.ts';
import { DEFAULT_DIGITS } from '../project/topics.ts';

/** Changes whenever what is generated does. */
const GENERATOR = 2;
const ON_A_PAGE = 11; // articles
const BATCH = 200; // pages recorded in one transaction

export type PaperProject = { readonly projectPath: string; readonly folder: string };

/** Where a project of so many articles is kept: another generator or another schema makes another one. */
export function paperPlace(cache: string, articles: number): PaperProject {
  const schema = `${newestVersion('project')}.${newestVersion('sources')}.${newestVersion('index')}.${RECIPE}`;
  const place = join(cache, `paper-${GENERATOR}-${schema}`, String(articles));
  return { projectPath: join(place, 'paper.stet'), folder: join(place, 'pages') };
}

/**
 * A project of so many articles of generated pages, written through the engine's own storage without reading the pages by the splitter. Made once
 * and kept below `cache`: whoever changes it works on a copy of `projectPath` (the watched folder is named in it). `tell` hears how far it is.
 */
export async function paperProject(cache: string, articles: number, tell: (done: number, of: number) => void = () => undefined): Promise<PaperProject> {
  const { projectPath, folder } = paperPlace(cache, articles);
  if (existsSync(projectPath)) return { projectPath, folder };
  const partial = `${projectPath}.partial`;
  rmSync(dirname(projectPath), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = { projectPath: partial, folder, resourcesPath: '', logPath: join(dirname(folder), 'engine.log'), editor: '', watch: false };
  const engine = await openEngine(options, { read: false, careful: false });
  if (!engine.ok) throw new Error(`the project cannot be made: ${JSON.stringify(engine.error)}`);
  const { store, context } = engine.value;
  try {
    const pages = Math.ceil(articles / ON_A_PAGE);
    for (let first = 0; first < pages; first += BATCH) {
      const numbers = Array.from({ length: Math.min(BATCH, pages - first) }, (_, index) => first + index);
      fileStore(store).record(numbers.map((number) => writePage(folder, number, Math.min(ON_A_PAGE, articles - number * ON_A_PAGE))));
      context.indexer.complete();
      tell(Math.min(articles, (first + BATCH) * ON_A_PAGE), articles);
    }
  } finally {
    await engine.value.close();
  }
  renameSync(partial, projectPath);
  return { projectPath, folder };
}

/** Writes one page into the watched folder. Returns it as reading the folder would report it. */
function writePage(folder: string, number: number, articles: number): FileReport {
  const { path, source, tree, decisions } = paperPage(number, articles, DEFAULT_DIGITS);
  const file = join(folder, path);
  const bytes = Buffer.from(source, 'utf8');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return {
    kind: 'read', path, size: bytes.length, modified: statSync(file).mtimeMs, bytes,
    page: {
      hash: createHash('sha256').update(bytes).digest('hex'), encoding: 'utf-8', encodingOrigin: 'valid', encodingCandidates: ['utf-8'],
      source, tree, decisions, splitter: `paper-${GENERATOR}`,
    },
  };
}
