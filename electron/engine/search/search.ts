import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import type { Hit, SearchQuestion } from '#contract/schemas/search.ts';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import { readQuestion } from '#core/search/pattern.ts';
import type { Pattern, QuestionFault } from '#core/search/pattern.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import type { Library } from '../index/library.ts';
import { articleOf, viewOf } from './docs.ts';
import type { Doc } from './docs.ts';
import { hitsFrom } from './hits.ts';
import type { FoundSet } from './hits.ts';
import { Packs } from './packs.ts';
import type { RoleBits, Tally } from './tally.ts';
import { theFolding } from './tasks.ts';
import type { SearchThreads } from './threads.ts';

export type SearchParts = { readonly index: Database; readonly library: Library; readonly threads: SearchThreads; readonly revision: () => number };

const STRETCH = 8; // milliseconds of work after which calls are answered first
const AT_ONCE = 1_000; // loose docs that are looked through in one go

/** Finds all places of a text or an expression in the archive. What is packed is looked up, what is not yet, and expressions, are looked through. */
export class Search {
  readonly #index: Database;
  readonly #library: Library;
  readonly #threads: SearchThreads;
  readonly #revision: () => number;
  readonly #packs: Packs;
  #last: { readonly key: string; readonly found: Promise<Result<FoundSet, AppError>>; readonly stop: AbortController } | null = null;

  constructor({ index, library, threads, revision }: SearchParts) {
    this.#index = index;
    this.#library = library;
    this.#threads = threads;
    this.#revision = revision;
    this.#packs = new Packs(index);
  }

  /** All hits of a question. One that was asked before and is not answered yet is called off. */
  find(question: SearchQuestion): Promise<Result<FoundSet, AppError>> {
    const key = JSON.stringify([question, this.#revision()]);
    if (this.#last?.key === key) return this.#last.found;
    this.#last?.stop.abort();
    const stop = new AbortController();
    const found = this.places(question, stop.signal);
    const last = { key, found, stop };
    this.#last = last;
    const forget = () => {
      if (this.#last === last) this.#last = null;
    };
    found.then((result) => result.ok || forget(), forget);
    return found;
  }

  /** The same, beside whatever else is asked. */
  async places(question: SearchQuestion, signal: AbortSignal): Promise<Result<FoundSet, AppError>> {
    const pattern = readQuestion(question, theFolding());
    if (!pattern.ok) return fail({ code: 'question-invalid', why: faultOf(pattern.error) });
    const roles = question.roles.length > 0 ? question.roles.reduce((bits, role) => bits | (1 << ARTICLE_ROLES.indexOf(role)), 0) : null;
    const counted = await this.#count(pattern.value, roles, question, signal);
    if (!counted.ok) return counted;
    const counts = counted.value;
    const wanted: number[] = [];
    for (let id = 0; id < counts.length; id += 1) if (counts[id]! > 0) wanted.push(id);
    const ids = this.#library.ordered(wanted, (id) => (counts[id] ?? 0) > 0, [{ column: 'date', descending: question.newest }]);
    const ends = new Float64Array(ids.length);
    let hits = 0;
    for (let at = 0; at < ids.length; at += 1) ends[at] = hits += counts[ids[at]!]!;
    return ok({ pattern: pattern.value, roles, ids, ends });
  }

  /** A stretch of what was found, in order, each hit with what stands around it. */
  hits(found: FoundSet, view: SearchQuestion['view'], offset: number, limit: number): readonly Hit[] {
    return hitsFrom(this.#index, found, view, offset, limit);
  }

  /** How many texts there are, and how many of them the quick index holds. */
  progress(): { readonly packed: number; readonly texts: number } {
    const { packed } = this.#index.get<{ packed: number }>('SELECT coalesce(sum(length(docs) / 8), 0) AS packed FROM search_pack WHERE indexed = 1')!;
    const { texts } = this.#index.get<{ texts: number }>('SELECT (SELECT coalesce(sum(length(docs) / 8), 0) FROM search_pack) + (SELECT count(*) FROM search_loose) AS texts')!;
    return { packed, texts };
  }

  /** How often it stands in each article, by the article's id in index.db. */
  async #count(pattern: Pattern, roles: RoleBits, { filter, view }: SearchQuestion, signal: AbortSignal): Promise<Result<Int32Array, AppError>> {
    const shown = await this.#library.showing(filter);
    if (signal.aborted) return fail({ code: 'cancelled' });
    const corrected = view === 'printed' ? this.#packs.corrected() : null;
    const counts = new Int32Array((this.#index.get<{ last: number }>('SELECT coalesce(max(id), 0) AS last FROM article')?.last ?? 0) + 1);
    const isWanted = (doc: Doc): boolean => {
      const article = articleOf(doc);
      if (viewOf(doc) === 'printed' ? corrected === null : corrected?.has(article) === true) return false;
      return shown === null || shown(article);
    };
    const take = (doc: Doc, count: number) => {
      if (articleOf(doc) < counts.length && isWanted(doc)) counts[articleOf(doc)]! += count;
    };
    const { packs, gone, loose: all } = this.#packs.all();
    const loose = all.filter(isWanted);
    const takePack = (id: number, docs: Int32Array, { at, count }: Tally) => {
      const dead = gone.get(id);
      for (let i = 0; i < at.length; i += 1) if (!dead?.has(at[i]!)) take(docs[at[i]! * 2]!, count[i]!);
    };

    const slow: Promise<'unwanted' | 'too-slow' | null>[] = [];
    const looked = packs.filter(({ indexed }) => pattern.kind === 'expression' || !indexed);
    for (const { id, docs } of looked) {
      slow.push(this.#threads.run<'scan-pack'>({ kind: 'scan-pack', pack: id, docs, pattern, roles }, signal).then((answer) => {
        if (typeof answer === 'string') return answer;
        takePack(id, docs, answer);
        return null;
      }));
    }
    for (let from = 0; from < loose.length; from += AT_ONCE) {
      slow.push(this.#threads.run<'scan-docs'>({ kind: 'scan-docs', docs: loose.slice(from, from + AT_ONCE), pattern, roles }, signal).then((answer) => {
        if (typeof answer === 'string') return answer;
        for (let i = 0; i < answer.docs.length; i += 1) take(answer.docs[i]!, answer.count[i]!);
        return null;
      }));
    }
    if (pattern.kind === 'text' && pattern.units.length === 1) {
      // A common character stands a million times: its places are counted by all threads at once, and calls are answered meanwhile.
      const { units } = pattern;
      for (const { id, docs, blocks, indexed } of packs) {
        if (!indexed) continue;
        slow.push(this.#threads.run<'count-pack'>({ kind: 'count-pack', pack: id, docs, blocks, units, roles }, signal).then((answer) => {
          if (typeof answer === 'string') return answer;
          takePack(id, docs, answer);
          return null;
        }));
      }
    } else if (pattern.kind === 'text') {
      let begun = performance.now();
      for (const pack of packs) {
        if (!pack.indexed) continue;
        takePack(pack.id, pack.docs, this.#packs.count(pack, pattern.units, roles));
        if (performance.now() - begun < STRETCH) continue;
        await breathe();
        if (signal.aborted) break;
        begun = performance.now();
      }
    }
    const ends = await Promise.all(slow);
    if (signal.aborted || ends.includes('unwanted')) return fail({ code: 'cancelled' });
    return ends.includes('too-slow') ? fail({ code: 'expression-too-slow' }) : ok(counts);
  }
}

function faultOf(fault: QuestionFault) {
  return fault.code === 'expression' ? (`expression-${fault.fault}` as const) : fault.code;
}
