import { SHARD_BYTES } from '#core/export/exporter.ts';
import { takes } from '#core/export/filter.ts';
import { PageNames } from '#core/export/page-names.ts';
import { exporterOf } from '#core/export/registry.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../../db/database.ts';
import type { SourceStore } from '../../project/source-store.ts';
import { allTopics } from '../../project/topics.ts';
import { accountKey, keptAccount, partKey, promising } from '../kept/kept-account.ts';
import type { Promised } from '../kept/kept-account.ts';
import { keptWays } from '../kept/ways.ts';
import type { KeptFor, KeptWays } from '../kept/ways.ts';
import { labelsOf } from '../labeller.ts';
import { Maker } from '../making/maker.ts';
import type { Listed, Made, Matter } from '../making/matter.ts';
import { Snapshot } from '../pages.ts';
import type { PageState } from '../pages.ts';
import type { ReadyLooks } from './looks.ts';
import { IdForecast } from './promise-ids.ts';

/** What is to be made ready, and from what. `kept`: the folder for what pages come to. */
export type ToPrepare = KeptFor & { readonly db: Database; readonly sources: SourceStore; readonly project: string; readonly kept: string; readonly looks: ReadyLooks; readonly version: string };

/** What it came to. `isFull`: there was no room for all. */
export type Prepared = { readonly made: number; readonly isFull: boolean };

const AT_ONCE = 5; // pages between two looks at whether to go on
const LOOKED_AT = 100; // the same, of pages that are only looked at
const LEAST = 400; // pages that are made before what was made is made sure of
const PART = 5; // the same, in parts of all pages

type Asked = { readonly promised: readonly Promised[]; readonly key: Uint8Array; readonly ids: readonly (string | null)[]; readonly formats: readonly number[] };

/** Pages that something is to be done about, in order, a few bytes each: there may be a million. */
class Due {
  readonly #ids: number[] = []; // below zero: of which all is kept, but what it was promised is to be seen to
  readonly #odd = new Map<IssueId, string>(); // names that are not those they would have alone

  add({ id, path, name }: PageState, isKept: boolean): void {
    this.#ids.push(isKept ? -1 - id : id);
    if (new PageNames().next(path) !== name) this.#odd.set(id, name);
  }

  *[Symbol.iterator](): Generator<{ readonly id: IssueId; readonly isKept: boolean }, void> {
    for (const said of this.#ids) yield said < 0 ? { id: -1 - said, isKept: true } : { id: said, isKept: false };
  }

  /** The states that pages now have. What got another name meanwhile is made under one that is not asked for. */
  statesOf(snapshot: Snapshot, ids: readonly IssueId[]): readonly PageState[] {
    return snapshot.states(ids, { next: (path) => new PageNames().next(path) }).map((state) => ({ ...state, name: this.#odd.get(state.id) ?? state.name }));
  }
}

/**
 * Makes what an export would make of pages and keep, where that is not kept yet: a few pages at a step, those that have ids (because they were approved, or exported before)
 * first, or, if `looks` say so, only those. Ids are given to nobody: what articles without one will get is told beforehand, and what was made is taken only if they did. Whenever it is left, what was made
 * until then is kept.
 */
export function* preparing({ db, sources, project, kept, looks, version, ...by }: ToPrepare): Generator<void, Prepared> {
  const snapshot = new Snapshot(project, sources, db.isStill ? 'still' : 'read-only');
  try {
    const { filter, reading, bom, licence } = looks;
    const exporters = looks.formats.toSorted().flatMap((id) => exporterOf(id) ?? []);
    const context = { reading, bom, licence, withText: Object.keys(filter).length === 0, version, splitters: snapshot.splitters, shardBytes: SHARD_BYTES };
    const ways = keptWays({ db, readOnly: null }, { kept, filter }, context, null, { ...by, isAsked: false });
    if (!ways) return { made: 0, isFull: false };
    try {
      const labels = labelsOf({ db });
      const maker = new Maker({ formats: exporters.map(({ id }) => id), context, filter, leavesOut: false, labels });
      return yield* new Preparation({ db, snapshot, ways, looks, maker, parts: exporters.map((exporter) => ways.of(exporter)) }).all();
    } finally {
      ways.exports.commitNews();
      ways.exports.close();
    }
  } finally {
    snapshot.close();
  }
}

type From = { readonly db: Database; readonly snapshot: Snapshot; readonly ways: KeptWays; readonly looks: ReadyLooks; readonly maker: Maker; readonly parts: readonly ReturnType<KeptWays['of']>[] };

class Preparation {
  readonly #from: From;
  readonly #forecast: IdForecast;
  readonly #wanted: ReturnType<typeof takes>;
  readonly #alike: ReturnType<Snapshot['alike']>;
  #made = 0;
  #sure = 0; // of those made
  #blocks = 0;

  constructor(from: From) {
    this.#from = from;
    this.#forecast = new IdForecast((id) => from.snapshot.isTaken(id));
    this.#wanted = takes(from.looks.filter, allTopics(from.db));
    this.#alike = from.snapshot.alike();
    const { snapshot } = from;
    snapshot.follow({ wanted: ({ facts }, article) => this.#wanted(facts, article), ofPage: (issue) => snapshot.publicIds(issue) });
  }

  *all(): Generator<void, Prepared> {
    const { snapshot, ways, looks } = this.#from;
    const [withIds, without] = [new Due(), new Due()];
    const names = new PageNames();
    for (let from = 0; from < snapshot.issues.length; from += LOOKED_AT) {
      for (const state of snapshot.states(snapshot.issues.slice(from, from + LOOKED_AT), names)) {
        const found = this.#look(state);
        if (found !== 'ready') (state.ids > 0 ? withIds : without).add(state, found === 'promised');
      }
      snapshot.renew();
      yield;
    }
    for (const due of looks.ofAll ? [withIds, without] : [withIds]) {
      const block: IssueId[] = [];
      for (const { id, isKept } of due) {
        if (isKept) {
          yield* this.#make(due, block.splice(0)); // what is told of those after it hangs on them
          if (this.#isAsPromised(due, id)) continue;
        }
        block.push(id);
        if (block.length === AT_ONCE) yield* this.#make(due, block.splice(0));
        if (!ways.exports.takesMore) return { made: this.#made, isFull: true };
      }
      yield* this.#make(due, block);
    }
    return { made: this.#made, isFull: !ways.exports.takesMore };
  }

  /** Whether a page is to be made, or only what it was promised to be seen to, or nothing. What is kept of it stays kept. */
  #look(state: PageState): 'missing' | 'promised' | 'ready' {
    const { ways, parts } = this.#from;
    const { id } = state;
    const known = keptAccount(ways.accounts, state);
    if (!known) return 'missing';
    const { promised, key, partKey: inFormat } = known;
    ways.accounts.keep(id, key);
    for (const part of parts) part?.keep(id, inFormat);
    if (!parts.every((part) => part === null || part.has(id, inFormat))) return 'missing';
    return promised.length > 0 && this.#alike.has(id) ? 'promised' : 'ready';
  }

  /** Whether the articles of a page that is kept would still get the ids it was made with. */
  #isAsPromised(due: Due, id: IssueId): boolean {
    const { snapshot, ways } = this.#from;
    const [state] = due.statesOf(snapshot, [id]);
    const known = state && keptAccount(ways.accounts, state);
    return known ? isSame(this.#forecast.again(known.promised), known.promised) : false;
  }

  *#make(due: Due, block: readonly IssueId[]): Generator<void, void> {
    if (block.length === 0) return;
    const { snapshot, maker } = this.#from;
    const states = due.statesOf(snapshot, block);
    const matters = snapshot.matters(states);
    const listed = maker.read((this.#blocks += 1), matters);
    const asks = states.map((state, k) => this.#ask(state, matters[k]!, listed[k]!));
    snapshot.renew();
    const made = maker.make(this.#blocks, asks);
    for (const [k, page] of made.entries()) {
      if (page && 'parts' in page) this.#put(states[k]!, asks[k]!, page);
    }
    this.#made += made.length;
    if (this.#made - this.#sure >= Math.max(LEAST, snapshot.issues.length / PART)) {
      this.#from.ways.exports.commitNews();
      this.#sure = this.#made;
    }
    yield;
  }

  /** What is to be made of a page; null: nothing, as it cannot be read, or nobody can tell the ids of its articles. */
  #ask(state: PageState, matter: Matter, listed: Listed): Asked | null {
    if (!listed) return null;
    const { parts, snapshot } = this.#from;
    const known = snapshot.publicIds(state.id);
    const wanted = listed.map((article) => this.#wanted(matter.facts, article));
    const nameless = listed.flatMap(({ id }, k) => (known.has(id) || !wanted[k] ? [] : [{ article: id, position: k + 1 }]));
    const promised = this.#forecast.of(matter, nameless, this.#alike.has(state.id));
    if (!promised) return null;
    const ids = new Map([...known, ...promised.map(([article, , id]) => [article, id] as const)]);
    const key = partKey(state, promised);
    return { promised, key, ids: listed.map(({ id }, k) => (wanted[k] ? ids.get(id)! : null)), formats: parts.flatMap((part, k) => (part && !part.has(state.id, key) ? [k] : [])) };
  }

  #put(state: PageState, { promised, key, formats }: Asked, page: Extract<Made, { parts: unknown }>): void {
    const { ways, parts } = this.#from;
    ways.accounts.put(state.id, accountKey(state), promising(page.account, state, promised));
    for (const part of parts) part?.keep(state.id, key);
    formats.forEach((k, at) => parts[k]!.put(state.id, key, page.parts[at] as Buffer));
  }
}

const isSame = (now: readonly Promised[] | null, before: readonly Promised[]): boolean => now !== null && now.every(([, , id], k) => id === before[k]![2]);
