import { type Archive } from './archive.ts';
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

const MARKS = new Set([...'，。！？；：、,!?;:“”‘’（）()《》'].map((mark) => mark.charCodeAt(0)));
const MOST = 255;

export function marginsOf(texts: readonly string[], archive: Archive): Margins {
  return {
    starts: Uint8Array.from(texts, (text) => levelOf(startGain(archive, text))),
    ends: Uint8Array.from(texts, (text) => levelOf(endGain(archive, text))),
    heads: Uint8Array.from(texts, headOf),
    tails: Uint8Array.from(texts, tailOf),
  };
}

function levelOf(gain: number): number {
  let level = 0;
  while (level < GAINS.length && gain > GAINS[level]!) level += 1;
  return level;
}

function headOf(text: string): number {
  let at = 0;
  while (at < text.length && at < MOST && !MARKS.has(text.charCodeAt(at))) at += 1;
  return at;
}

function tailOf(text: string): number {
  let length = 0;
  while (length < text.length && length < MOST && !MARKS.has(text.charCodeAt(text.length - 1 - length))) length += 1;
  return length;
}
