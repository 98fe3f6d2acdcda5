import { bytes } from '#util/scratch.ts';
import type { Archive } from './archive.ts';
import type { Ends } from './ends.ts';
import { endGain, startGain } from './archive-says.ts';

/** How likely it is that a sentence begins, or a clause ends, where a text does: from against it to for it. Closed: the features count on it. */
export const GAIN_LEVELS = ['against', 'rather-not', 'little-less', 'nothing', 'little', 'some', 'much'] as const;
const GAINS = [-1.5, -0.6, -0.0001, 0.0001, 0.8, 1.8]; // nats

/** How the blocks of a page begin and end. Parallel arrays. */
export type Margins = {
  readonly starts: Uint8Array; // as a sentence does: places in `GAIN_LEVELS`
  readonly ends: Uint8Array; // as a clause does
  readonly heads: Uint8Array; // characters before the first punctuation mark, 255 at most
  readonly tails: Uint8Array; // after the last one
};

const IS_MARK = new Uint8Array(1 << 16); // by UTF-16 unit
for (const mark of '，。！？；：、,!?;:“”‘’（）()《》') IS_MARK[mark.charCodeAt(0)] = 1;
const MOST = 255;

/** `edges`: what the texts begin and end with. */
export function marginsOf(texts: readonly string[], edges: Ends, archive: Archive): Margins {
  const count = texts.length;
  const margins = { starts: bytes(count), ends: bytes(count), heads: bytes(count), tails: bytes(count) };
  for (let block = 0; block < count; block += 1) {
    const text = texts[block]!;
    margins.starts[block] = levelOf(startGain(archive, edges, block));
    margins.ends[block] = levelOf(endGain(archive, edges, block));
    margins.heads[block] = headOf(text);
    margins.tails[block] = tailOf(text);
  }
  return margins;
}

function levelOf(gain: number): number {
  let level = 0;
  while (level < GAINS.length && gain > GAINS[level]!) level += 1;
  return level;
}

function headOf(text: string): number {
  let at = 0;
  while (at < text.length && at < MOST && IS_MARK[text.charCodeAt(at)] === 0) at += 1;
  return at;
}

function tailOf(text: string): number {
  let length = 0;
  while (length < text.length && length < MOST && IS_MARK[text.charCodeAt(text.length - 1 - length)] === 0) length += 1;
  return length;
}
