import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Issue } from '#core/model/issue.ts';
import { housePage } from '#core/testing/house-pages.ts';
import type { EventPayload } from '#contract/events.ts';
import type { Engine, EngineTuning } from '../../engine.ts';
import { loadSplitter } from '../../split/load-splitter.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../../testing/project.ts';
import type { Place } from '../../testing/project.ts';

export const RESOURCES = fileURLToPath(new URL('../../../../resources', import.meta.url));

/** A project with the program's own resources, so that pages can be split. */
export function learningPlace(): Place {
  const place = temporaryProject();
  symlinkSync(RESOURCES, join(place.base, 'resources'), 'junction');
  return place;
}

export const openLearning = (place: Place, tuning: EngineTuning = {}): Promise<Engine> => openOn(place, tuning);

let splitter: ReturnType<typeof loadSplitter> | null = null;

/** Records house pages: `approved` as an editor approved them, what stands aside with them, the others as the program's weights split them. */
export async function recordHousePages(engine: Engine, approved: readonly number[], open: readonly number[]): Promise<void> {
  splitter ??= loadSplitter(RESOURCES);
  record(engine, ...approved.map((number) => readReport(`approved-${number}.txt`, housePage(number))));
  record(engine, ...open.map((number) => {
    const { source } = housePage(number);
    const plain = readReport(`open-${number}.txt`, { source, articles: [], aside: [] });
    if (plain.kind !== 'read') throw new Error('a page that is read');
    const { tree, decisions, version } = splitter!(source, plain.page.hash);
    return { ...plain, page: { ...plain.page, tree, decisions, splitter: version } };
  }));
  for (const number of approved) await confirmAside(engine, `approved-${number}.txt`);
}

/** Confirms what stands aside on a page. */
export async function confirmAside(engine: Engine, path: string): Promise<void> {
  const issue = issueAt(engine, path);
  const { version } = must(await engine.call('issue.open', { issue }));
  must(await engine.call('issue.confirmAside', { once: once(), issue, version, confirmed: true }));
}

type Told = EventPayload<'job.progress'>;

/** Resolves with the last word of a job of this kind. */
export function jobOver(engine: Engine, kind: Told['kind']): Promise<Told> {
  return new Promise((resolve) => {
    const stop = engine.on((name, payload) => {
      if (name !== 'job.progress') return;
      const told = payload as Told;
      if (told.kind !== kind || told.state === 'running') return;
      stop();
      resolve(told);
    });
  });
}

/** Learns, and resolves when the pages are compared as well. */
export async function learnNow(engine: Engine): Promise<Told> {
  const over = jobOver(engine, 'learning');
  must(await engine.call('learning.start', {}));
  const told = await over;
  await (await engine.context.learner()).settled();
  return told;
}

/** A page's articles, each as the roles of its passages. */
export const outline = ({ articles }: Pick<Issue, 'articles'>): readonly string[] => articles.map(({ passages }) => passages.map(({ role }) => role).join(' '));
