import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AppError } from '#contract/app-error.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Result } from '#util/result.ts';
import { openEngine } from '../engine.ts';
import type { Engine, EngineTuning } from '../engine.ts';
import type { FileReport } from '../project/file-store.ts';
import { fileStore } from '../project/record.ts';

/** A folder for a project and one to be watched, gone when the test is over. */
export function temporaryProject() {
  const base = mkdtempSync(join(tmpdir(), 'stet-engine-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const folder = join(base, 'pages');
  mkdirSync(folder);
  return { base, folder, projectPath: join(base, 'test.stet') };
}

export type Place = ReturnType<typeof temporaryProject>;

/** Opens the engine on a project without reading its folder; files come from `recordPage`. Closed when the test is over. */
export async function openOn({ base, folder, projectPath }: Place, tuning: EngineTuning = {}): Promise<Engine> {
  const engine = must(await openEngine(
    { projectPath, folder, resourcesPath: join(base, 'resources'), logPath: join(base, 'engine.log'), editor: 'Editor', acceptedPath: join(base, 'accepted.tsv'), watch: false },
    { read: false, careful: true, ...tuning },
  ));
  onTestFinished(() => engine.close());
  return engine;
}

/** The value of a result that is one. */
export function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

let last = 0;
/** A key that no call was made with before. */
export const once = () => `once-${process.pid}-${++last}`;

/** The report of a file that holds the source of an issue, read as the tree that the issue has. */
export function readReport(path: string, { source, articles, aside }: Issue, more: { readonly decisions?: readonly Decision[]; readonly splitter?: string } = {}): FileReport {
  const bytes = Buffer.from(source, 'utf8');
  return {
    kind: 'read', path, size: bytes.length, modified: 1_700_000_000_000, bytes,
    page: {
      hash: createHash('sha256').update(bytes).digest('hex'), encoding: 'utf-8', encodingOrigin: 'valid', encodingCandidates: ['utf-8'],
      source, tree: { articles, aside }, decisions: more.decisions ?? [], splitter: more.splitter ?? 'test-1',
    },
  };
}

/** Records pages as reading the folder would. */
export function record(engine: Engine, ...reports: readonly FileReport[]): void {
  fileStore(engine.store).record(reports);
}

/** The id of the issue that a path belongs to. */
export function issueAt(engine: Engine, path: string): number {
  const issue = fileStore(engine.store).find(path)?.issue;
  if (issue === undefined || issue === null) throw new Error(`no issue at ${path}`);
  return issue;
}
