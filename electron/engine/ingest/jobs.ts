import type { Result } from '#util/result.ts';
import type { SharedBytes } from '../archive/archive-file.ts';
import { countPages } from '../archive/count-pages.ts';
import type { InUse } from '../split/load-splitter.ts';
import type { Ends } from '../strands/meets.ts';
import { packListing } from './entry.ts';
import type { Entry, PackedListing } from './entry.ts';
import { readPage } from './read-page.ts';
import type { PageTools, ReadItem, ReadOutcome } from './read-page.ts';
import { lookAgain, walkFolder } from './walk.ts';

/** What a reading thread is asked to do. */
export type Jobs = {
  readonly walk: { readonly ask: { readonly folder: string }; readonly answer: PackedListing };
  readonly look: { readonly ask: { readonly folder: string; readonly path: string }; readonly answer: Entry | null };
  readonly read: { readonly ask: { readonly folder: string; readonly items: readonly ReadItem[]; readonly inUse: InUse }; readonly answer: readonly ReadOutcome[] };
  readonly meets: { readonly ask: { readonly source: string; readonly pairs: readonly Ends[]; readonly inUse: InUse }; readonly answer: { readonly meets: readonly (number | null)[] } };
  readonly count: { readonly ask: { readonly folder: string; readonly items: readonly ReadItem[]; readonly of: number }; readonly answer: SharedBytes | null };
};

export type JobKind = keyof Jobs;
export type Ask<K extends JobKind> = Jobs[K]['ask'];
export type Answer<K extends JobKind> = Jobs[K]['answer'];
export type Job = { readonly [K in JobKind]: { readonly kind: K; readonly ask: Ask<K> } }[JobKind];

/** What a thread answers: what it found, or the stack of what was thrown. */
export type ThreadReply = Result<Answer<JobKind>, string>;

/** Does a job. `tools` is asked for only where pages are read or counted. */
export async function runJob(job: Job, tools: () => Promise<PageTools>): Promise<Answer<JobKind>> {
  switch (job.kind) {
    case 'walk':
      return packListing(walkFolder(job.ask.folder));
    case 'look':
      return lookAgain(job.ask.folder, job.ask.path);
    case 'read': {
      const ready = await tools();
      return job.ask.items.map((item) => readPage(job.ask.folder, item, ready, job.ask.inUse));
    }
    case 'meets':
      return { meets: (await tools()).meets(job.ask.source, job.ask.pairs, job.ask.inUse) };
    case 'count':
      return countPages(job.ask.folder, job.ask.items, job.ask.of, (await tools()).commonness);
  }
}

/** The memory of an answer that can be handed over instead of copied. Memory that threads share is neither. */
export function handedOver(answer: Answer<JobKind>): readonly ArrayBuffer[] {
  if (answer === null || answer instanceof Uint8Array || 'path' in answer || 'meets' in answer) return [];
  if ('stamps' in answer) return [answer.stamps.buffer];
  return answer.flatMap((outcome) => (outcome.kind === 'read' && outcome.bytes.buffer instanceof ArrayBuffer ? [outcome.bytes.buffer] : []));
}
