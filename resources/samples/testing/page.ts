import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What e2e/fixtures/pages/<page>.json says of a sample. Offsets are code points in a block; `body` is the text as it was meant. */
export type Truth = {
  readonly page: string;
  readonly file: string;
  readonly encoding: 'UTF-8' | 'GB18030' | 'UTF-16LE';
  readonly bom: boolean;
  readonly lineEnds: 'LF' | 'CRLF';
  readonly commas: 'full' | 'half';
  readonly quotes: 'curly' | 'corner';
  readonly gaps: readonly number[];
  readonly mend: {
    readonly misread: {
      readonly block: number;
      readonly offset: number;
      readonly printed: string;
      readonly right: string;
      readonly before: string;
      readonly after: string;
    };
    readonly broken: { readonly first: number; readonly second: number; readonly text: string };
  };
  readonly articles: readonly TruthArticle[];
  readonly blocks: readonly TruthBlock[];
  readonly errors: readonly TruthError[];
};

export type TruthArticle = {
  readonly id: string;
  readonly headline: string;
  readonly kicker: string;
  readonly subtitle: string;
  readonly byline: string;
  readonly body: readonly string[];
  readonly blocks: readonly number[];
  readonly tags: readonly string[];
};

export type TruthBlock = {
  readonly index: number;
  readonly text: string;
  readonly article: string | null;
  readonly role: string;
  readonly paragraph: number | null;
  readonly continues: number | null;
  readonly duplicate_of?: number;
  readonly tail?: { readonly role: 'byline'; readonly offset: number };
};

export type TruthError = {
  readonly block: number;
  readonly offset: number;
  readonly original: string;
  readonly noisy: string;
  readonly kind: 'confusion' | 'name_variant' | 'lost_char' | 'dropped_quote' | 'extra_quote' | 'truncated';
};

const samples = new URL('../', import.meta.url);
const truths = new URL('../../e2e/fixtures/pages/', samples);

/** The folder of the sample pages. */
export const samplesFolder = fileURLToPath(samples);

/** The folder of their truth. */
export const truthFolder = fileURLToPath(truths);

/** The bytes of a sample; `file` is its path below the folder of samples. */
export function bytesOf(file: string): Buffer {
  return readFileSync(new URL(file, samples));
}

/** The truth of a page, by its name without extension. */
export function truthOf(page: string): Truth {
  return JSON.parse(readFileSync(new URL(`${page}.json`, truths), 'utf8')) as Truth;
}

/** A sample's text without its byte order mark. Throws where the bytes are not valid in that encoding. */
export function decode(bytes: Buffer, encoding: Truth['encoding']): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** A run of non-blank lines, and how many blank lines stand above it. */
export type Block = { readonly text: string; readonly blankAbove: number };

/** Cuts text into blocks: kept apart from the program's own reader, so that neither can hide the other's mistake. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: { text: string; blankAbove: number }[] = [];
  let blank = 0;
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    const last = blocks.at(-1);
    if (line.trim() === '') {
      blank = open ? 1 : blank + 1;
      open = false;
    } else if (open && last !== undefined) {
      last.text += `\n${line}`;
    } else {
      blocks.push({ text: line, blankAbove: blank });
      open = true;
    }
  }
  return blocks;
}
