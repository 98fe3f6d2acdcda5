import { mayOverlap } from '#core/search/pattern.ts';
import { placesOfPhrase } from '#core/search/phrase.ts';
import type { Database } from '../db/database.ts';
import type { Doc } from './docs.ts';
import { intsOf, ownerOf, readLines, rowId } from './pack.ts';
import { Counter, NOTHING, blocksOf } from './tally.ts';
import type { RoleBits, Tally } from './tally.ts';

/** A stored pack, without its text. */
export type StoredPack = { readonly id: number; readonly docs: Int32Array; readonly blocks: Int32Array; readonly indexed: boolean };

type Head = { readonly id: number; readonly units: number; readonly indexed: number };

/** All packs, the places in them of docs that are no longer as they are there, and the docs that are in none. */
export type Packed = { readonly packs: readonly StoredPack[]; readonly gone: ReadonlyMap<number, ReadonlySet<number>>; readonly loose: readonly Doc[] };

/** What is packed, as it is now. Where docs begin is remembered: eight bytes a doc and four for each 256 characters. */
export class Packs {
  readonly #db: Database;
  #now: { readonly writes: number; readonly packed: Packed } | null = null;
  readonly #known = new Map<number, Omit<StoredPack, 'indexed'>>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Read anew only if something was written since. */
  all(): Packed {
    const { writes } = this.#db;
    if (writes !== null && this.#now?.writes === writes) return this.#now.packed;
    const packed = { packs: this.#stored(), gone: this.#gone(), loose: this.#loose() };
    this.#now = writes === null ? null : { writes, packed };
    return packed;
  }

  #stored(): readonly StoredPack[] {
    const heads = this.#db.all<Head>('SELECT id, units, indexed FROM search_pack ORDER BY id');
    const there = new Set(heads.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!there.has(id)) this.#known.delete(id);
    return heads.map((head) => ({ ...this.#pack(head), indexed: head.indexed === 1 }));
  }

  #loose(): readonly Doc[] {
    return JSON.parse(this.#db.get<{ docs: string }>('SELECT json_group_array(doc) AS docs FROM search_loose')!.docs) as Doc[];
  }

  #gone(): ReadonlyMap<number, ReadonlySet<number>> {
    const gone = new Map<number, Set<number>>();
    for (const { pack, at } of this.#db.all<{ pack: number; at: number }>('SELECT pack, at FROM search_gone')) gone.set(pack, (gone.get(pack) ?? new Set()).add(at));
    return gone;
  }

  /** Articles whose text as printed is another than as emended. */
  corrected(): ReadonlySet<number> {
    return new Set(JSON.parse(this.#db.get<{ ids: string }>('SELECT json_group_array(id) AS ids FROM article_text WHERE printed IS NOT NULL')!.ids) as number[]);
  }

  /** Counts a text in a pack by its rows. */
  count(pack: StoredPack, units: readonly (readonly number[])[], roles: RoleBits): Tally {
    return countByRows(this.#db, pack, units, roles);
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

/** Counts a text in a pack by its rows. */
export function countByRows(db: Database, { id, docs, blocks }: Omit<StoredPack, 'indexed'>, units: readonly (readonly number[])[], roles: RoleBits): Tally {
  const places = placesOfPhrase(units, (first, second) => rowsOf(db, id, first, second));
  if (places.length === 0) return NOTHING;
  const counter = new Counter(docs, blocks, roles === null ? null : readLines(db, id), roles);
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

/** The rows of a pack that may hold a pair, or all that begin with a unit. */
function rowsOf(db: Database, pack: number, first: number, second: number | null): readonly Uint8Array[] {
  const begin = rowId(pack, first, 0);
  if (second === null) return db.all<{ bytes: Uint8Array }>('SELECT bytes FROM search_row WHERE id BETWEEN ? AND ?', begin, begin + 0xffff).map(({ bytes }) => bytes);
  const row = db.get<{ id: number; bytes: Uint8Array }>('SELECT id, bytes FROM search_row WHERE id <= ? ORDER BY id DESC LIMIT 1', begin + second);
  return row && ownerOf(row.id) === ownerOf(begin) ? [row.bytes] : [];
}
