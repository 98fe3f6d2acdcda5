import { mayOverlap } from '#core/search/pattern.ts';
import { placesOfPhrase } from '#core/search/phrase.ts';
import type { Database } from '../db/database.ts';
import type { Doc } from './docs.ts';
import { intsOf, readLines } from './pack.ts';
import { Counter, NOTHING, blocksOf } from './tally.ts';
import type { RoleBits, Tally } from './tally.ts';

/** A stored pack, without its text. */
export type StoredPack = { readonly id: number; readonly docs: Int32Array; readonly blocks: Int32Array; readonly indexed: boolean };

type Head = { readonly id: number; readonly units: number; readonly indexed: number };

/** What is packed, as it is now. Where docs begin is remembered: eight bytes a doc and four for each 256 characters. */
export class Packs {
  readonly #db: Database;
  readonly #known = new Map<number, Omit<StoredPack, 'indexed'>>();

  constructor(db: Database) {
    this.#db = db;
  }

  all(): readonly StoredPack[] {
    const heads = this.#db.all<Head>('SELECT id, units, indexed FROM search_pack ORDER BY id');
    const there = new Set(heads.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!there.has(id)) this.#known.delete(id);
    return heads.map((head) => ({ ...this.#pack(head), indexed: head.indexed === 1 }));
  }

  /** Docs that are in no pack. */
  loose(): readonly Doc[] {
    return JSON.parse(this.#db.get<{ docs: string }>('SELECT json_group_array(doc) AS docs FROM search_loose')!.docs) as Doc[];
  }

  /** Of each pack the places of docs that are no longer as they are there. */
  gone(): ReadonlyMap<number, ReadonlySet<number>> {
    const gone = new Map<number, Set<number>>();
    for (const { pack, at } of this.#db.all<{ pack: number; at: number }>('SELECT pack, at FROM search_gone')) gone.set(pack, (gone.get(pack) ?? new Set()).add(at));
    return gone;
  }

  /** Articles whose text as printed is another than as emended. */
  corrected(): ReadonlySet<number> {
    return new Set(JSON.parse(this.#db.get<{ ids: string }>('SELECT json_group_array(id) AS ids FROM article_text WHERE printed IS NOT NULL')!.ids) as number[]);
  }

  /** Counts a text in a pack by its rows. */
  count({ id, docs, blocks }: StoredPack, units: readonly (readonly number[])[], roles: RoleBits): Tally {
    const rows = new Map<number, Uint8Array | null>();
    const rowOf = (first: number) => {
      if (!rows.has(first)) rows.set(first, this.#db.get<{ bytes: Uint8Array }>('SELECT bytes FROM search_row WHERE id = ?', id * 0x10000 + first)?.bytes ?? null);
      return rows.get(first)!;
    };
    const places = placesOfPhrase(units, rowOf);
    if (places.length === 0) return NOTHING;
    const counter = new Counter(docs, blocks, roles === null ? null : readLines(this.#db, id), roles);
    if (mayOverlap(units)) {
      let end = 0;
      for (const place of places.sort()) {
        if (place < end) continue;
        counter.add(place);
        end = place + units.length;
      }
    } else {
      for (let at = 0; at < places.length; at += 1) counter.add(places[at]!);
    }
    return counter.tally();
  }

  #pack({ id, units }: Head): Omit<StoredPack, 'indexed'> {
    const known = this.#known.get(id);
    if (known) return known;
    const docs = intsOf(this.#db.get<{ docs: Uint8Array }>('SELECT docs FROM search_pack WHERE id = ?', id)!.docs);
    const pack = { id, docs, blocks: blocksOf(docs, units) };
    this.#known.set(id, pack);
    return pack;
  }
}

