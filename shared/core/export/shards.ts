import type { Chunk } from './exporter.ts';

const encoded = (text: string): number => {
  let bytes = text.length;
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k);
    if (unit >= 0x80) bytes += unit < 0x800 ? 1 : unit >= 0xd800 && unit < 0xe000 ? 1 : 2;
  }
  return bytes;
};

const LINE_FEED = 10;

/** The name of a shard: `prefix-00000.ending`. */
export const shardName = (prefix: string, index: number, ending: string): string => `${prefix}-${String(index).padStart(5, '0')}.${ending}`;

/** Lines that go into one file after the other, each closed once it is `most` bytes long. There is always a first one. */
export class Shards {
  readonly #prefix: string;
  readonly #ending: string;
  readonly #most: number;
  #index = 0;
  #bytes = 0;
  #open = false;

  constructor(prefix: string, ending: string, most: number) {
    [this.#prefix, this.#ending, this.#most] = [prefix, ending, most];
  }

  /** Adds whole lines. */
  add(text: string): Chunk {
    const path = shardName(this.#prefix, this.#index, this.#ending);
    this.#bytes += encoded(text);
    this.#open = this.#bytes < this.#most;
    if (this.#open) return { path, text };
    this.#index += 1;
    this.#bytes = 0;
    return { path, text, closes: true };
  }

  /** Adds whole lines that are UTF-8 already: where a file ends is where it would if they came one by one. */
  *addLines(lines: Uint8Array): Iterable<Chunk> {
    for (let from = 0; from < lines.length;) {
      const path = shardName(this.#prefix, this.#index, this.#ending);
      const room = this.#most - this.#bytes;
      if (lines.length - from < room) {
        this.#bytes += lines.length - from;
        this.#open = true;
        yield { path, bytes: lines.subarray(from) };
        return;
      }
      const end = lines.indexOf(LINE_FEED, from + room - 1) + 1;
      yield { path, bytes: lines.subarray(from, end), closes: true };
      from = end;
      this.#index += 1;
      [this.#bytes, this.#open] = [0, false];
    }
  }

  /** The end of the last file; an empty one where there were no lines at all. */
  *end(): Iterable<Chunk> {
    if (this.#open || this.#index === 0) yield { path: shardName(this.#prefix, this.#index, this.#ending), text: '', closes: true };
  }
}
