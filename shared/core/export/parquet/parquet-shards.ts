import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { Chunk } from '../exporter.ts';
import { shardName } from '../shards.ts';
import type { Column, Row } from '../tables/column.ts';
import { snappy } from './snappy.ts';

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** A group of rows is written once it has as many rows, or texts of as many characters: what is kept in memory. */
const GROUP_ROWS = 20_000;
const GROUP_CHARACTERS = 1_000_000;

const PRIMITIVES = { string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, int32: { type: 'INT32' }, double: { type: 'DOUBLE' } } as const;

/** The parts of the schema that a column is made of: lists in three levels, as the format has them. */
function elements({ name, type }: Column): readonly Element[] {
  if (typeof type === 'string') return [{ name, ...PRIMITIVES[type], repetition_type: type === 'double' ? 'OPTIONAL' : 'REQUIRED' }];
  const list: readonly Element[] = [{ name, converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 }, { name: 'list', repetition_type: 'REPEATED', num_children: 1 }];
  if ('list' in type) return [...list, { name: 'element', ...PRIMITIVES.string, repetition_type: 'REQUIRED' }];
  const fields = type.listOf.map((field): Element => ({ name: field.name, ...PRIMITIVES[field.type], repetition_type: 'REQUIRED' }));
  return [...list, { name: 'element', repetition_type: 'REQUIRED', num_children: fields.length }, ...fields];
}

type Open = { readonly bytes: ByteWriter; readonly parquet: ParquetWriter };

/** Rows that go into one Parquet file after the other, each closed once it is `most` bytes long, with the types of `columns` in all of them. There is always a first one. */
export class ParquetShards {
  readonly #prefix: string;
  readonly #columns: readonly Column[];
  readonly #most: number;
  readonly #version: string;
  readonly #groupRows: number;
  #index = 0;
  #open: Open | null = null;
  #data: unknown[][] = [];
  #rows = 0;
  #characters = 0;

  constructor(prefix: string, columns: readonly Column[], most: number, version: string, groupRows = GROUP_ROWS) {
    [this.#prefix, this.#columns, this.#most, this.#version, this.#groupRows] = [prefix, columns, most, version, groupRows];
    this.#data = columns.map(() => []);
  }

  /** Adds a row; gives what is to be written by now. */
  add(row: Row): readonly Chunk[] {
    this.#columns.forEach(({ name }, k) => {
      const value = row[name];
      this.#data[k]!.push(value);
      if (typeof value === 'string') this.#characters += value.length;
    });
    this.#rows += 1;
    return this.#rows < this.#groupRows && this.#characters < GROUP_CHARACTERS ? [] : [this.#writeGroup()];
  }

  /** The rest of the rows, and the end of the last file. */
  end(): readonly Chunk[] {
    return this.#rows > 0 || this.#open || this.#index === 0 ? [this.#writeGroup(true)] : [];
  }

  #begin(): Open {
    const bytes = new ByteWriter();
    const schema: Element[] = [{ name: 'root', num_children: this.#columns.length }, ...this.#columns.flatMap(elements)];
    return { bytes, parquet: new ParquetWriter({ writer: bytes, schema, compressors: { SNAPPY: snappy }, createdBy: `Stet ${this.#version}` }) };
  }

  #writeGroup(last = false): Chunk {
    const { bytes, parquet } = (this.#open ??= this.#begin());
    const path = shardName(this.#prefix, this.#index, 'parquet');
    if (this.#rows > 0) void parquet.write({ columnData: this.#columns.map(({ name }, k) => ({ name, data: this.#data[k]! })), rowGroupSize: GROUP_ROWS });
    this.#data = this.#columns.map(() => []);
    [this.#rows, this.#characters] = [0, 0];
    const closes = last || bytes.offset >= this.#most;
    if (closes) void parquet.finish();
    const written = bytes.getBytes().slice();
    bytes.index = 0; // what was given away is not kept; offsets count on

    if (!closes) return { path, bytes: written };
    this.#open = null;
    this.#index += 1;
    return { path, bytes: written, closes };
  }
}
