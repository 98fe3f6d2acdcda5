import { type Result, fail, ok } from '#util/result.ts';
import type { LayoutHint } from '../hints.ts';
import { readAlto } from './alto.ts';
import { flatten } from './flat.ts';
import { readHocr } from './hocr.ts';
import { readPageXml } from './page-xml.ts';
import { type LayoutFormat, looksLike } from './sniff.ts';

/** A page that a layout file describes, as plain text. `hints`: what the file says of its blocks. */
export type LayoutText = { readonly format: LayoutFormat; readonly text: string; readonly hints: readonly LayoutHint[] };

/** Why a file that looks like one gives no text: its markup is broken, or it is of a version that is not known. */
export type LayoutProblem = 'malformed' | 'other-version';

const READERS = { alto: readAlto, page: readPageXml, hocr: readHocr } as const;

/**
 * Reads ALTO, PAGE and hOCR, told apart by what stands in them; `text` is the decoded file. Of what is none of these it says whether it is `text` or
 * markup of some other kind.
 */
export function readLayout(text: string): Result<LayoutText | 'text' | 'other-markup', LayoutProblem> {
  const looks = looksLike(text);
  if (looks === 'text' || looks === 'other-markup') return ok(looks);
  if (looks === 'other-version') return fail(looks);
  const regions = READERS[looks](text.trimStart());
  return regions === null ? fail('malformed') : ok({ format: looks, ...flatten(regions) });
}
