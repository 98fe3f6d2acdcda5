import type { Encoding } from '#contract/schemas/file.ts';
import type { Archive } from '#core/parse/archive.ts';
import type { LayoutHint } from '#core/parse/hints.ts';
import type { Model } from '#core/split/model.ts';
import { parsePage } from '#core/parse/page.ts';
import { type Split, splitPage } from '#core/split/split-page.ts';
import { type Adapted, type Learnable, type Progress, adapt } from '#core/split/train/adapt.ts';
import type { Result } from '#util/result.ts';
import { hintsAgain } from '../ingest/decode-page.ts';
import { languageOf } from '../split/load-splitter.ts';

/** A page as it is in the project; `hash` of its bytes, for the ids. `layout`: the bytes of its file where that may say more than the text. */
export type Sheet = { readonly source: string; readonly hash: string; readonly layout?: { readonly bytes: Uint8Array; readonly encoding: Encoding } | null };

/** What the learning thread is asked to do. `archive`: as in `InUse`. */
export type LearnJobs = {
  readonly adapt: { readonly ask: { readonly pages: readonly Learnable[]; readonly program: Model; readonly inUse: Model; readonly archive: Archive | null }; readonly answer: Adapted };
  readonly split: { readonly ask: { readonly pages: readonly Sheet[]; readonly model: Model; readonly archive: Archive | null }; readonly answer: readonly Split[] };
};
export type LearnKind = keyof LearnJobs;
export type LearnAsk<K extends LearnKind> = LearnJobs[K]['ask'];
export type LearnAnswer<K extends LearnKind> = LearnJobs[K]['answer'];
export type LearnJob = { readonly [K in LearnKind]: { readonly kind: K; readonly ask: LearnAsk<K> } }[LearnKind];

/** What a thread says: how far it is, and in the end what it found or the stack of what was thrown. */
export type LearnReply = { readonly progress: Progress } | Result<LearnAnswer<LearnKind>, string>;

/** Does a job a stretch at a time; yields how far it is. */
export function* doing({ kind, ask }: LearnJob): Generator<Progress, LearnAnswer<LearnKind>> {
  const split = (source: string, model: Model, sourceVersion: string, hints: readonly LayoutHint[] = []) => splitPage(source, { sourceVersion, model, language: languageOf(source, ask.archive), hints });
  if (kind === 'adapt') {
    const { pages, program, inUse } = ask;
    return yield* adapt(pages, { program, inUse, tools: { read: (source) => parsePage(source, languageOf(source, ask.archive)), split: (source, model) => split(source, model, '') } });
  }
  const done: Split[] = [];
  for (const { source, hash, layout = null } of ask.pages) {
    yield { done: done.length, total: ask.pages.length };
    done.push(split(source, ask.model, hash, layout === null ? [] : hintsAgain(layout.bytes, layout.encoding, source)));
  }
  return done;
}
