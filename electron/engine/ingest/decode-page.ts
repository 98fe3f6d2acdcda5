import type { Encoding } from '#contract/schemas/file.ts';
import { isMarkupName } from '#core/metadata/file-stem.ts';
import type { LayoutHint } from '#core/parse/hints.ts';
import { readLayout } from '#core/parse/layout/layout.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Commonness } from './commonness.ts';
import { beginsAsMarkup, declaredEncoding } from './declared.ts';
import { decodeBytes } from './decode.ts';
import type { DecodeProblem, DecodedText } from './decode.ts';
import { strictDecode } from './strict-decode.ts';

/** A file as the text of a page. `hints`: what a file that knows the layout says of its blocks; null: it is plain text. */
export type DecodedPage = DecodedText & { readonly hints: readonly LayoutHint[] | null };

/** `not-a-page`: markup, by its name, that is no layout of a page. `malformed`, `other-version`: one that cannot be read. */
export type PageProblem = DecodeProblem | 'not-a-page' | 'malformed' | 'other-version';

/** Bytes as markup: as a person said or a mark at their beginning shows, else as the document declares, else as any text. */
function decodeMarkup(bytes: Uint8Array, byPerson: Encoding | null, commonness: Commonness): Result<DecodedText, DecodeProblem> {
  const declared = byPerson === null ? declaredEncoding(bytes) : null;
  const text = declared === null || declared === 'utf-8' ? null : strictDecode(bytes, declared);
  if (text === null || text.includes('\0')) return decodeBytes(bytes, byPerson, commonness);
  return ok({ text, encoding: declared!, origin: 'valid', candidates: [declared!] });
}

/**
 * A file's bytes as the text of a page. ALTO, PAGE and hOCR are known by what stands in them, whatever the file is called; all else is plain text, unless
 * its name says that it is markup. `name`: the file's, with its extension.
 */
export function decodePage(bytes: Uint8Array, name: string, byPerson: Encoding | null, commonness: Commonness): Result<DecodedPage, PageProblem> {
  const decoded = beginsAsMarkup(bytes) ? decodeMarkup(bytes, byPerson, commonness) : decodeBytes(bytes, byPerson, commonness);
  if (!decoded.ok) return decoded;
  const layout = readLayout(decoded.value.text);
  if (!layout.ok) return layout;
  if (typeof layout.value !== 'string') return ok({ ...decoded.value, text: layout.value.text, hints: layout.value.hints });
  const isBlank = decoded.value.text.trim() === '';
  return isMarkupName(name) && !isBlank ? fail('not-a-page') : ok({ ...decoded.value, hints: null });
}

/** What a layout file that was read before says of the blocks of the text it gave; none where it would give another text today. */
export function hintsAgain(bytes: Uint8Array, encoding: Encoding, text: string): readonly LayoutHint[] {
  const decoded = strictDecode(bytes, encoding);
  const layout = decoded === null ? null : readLayout(decoded);
  return layout?.ok && typeof layout.value !== 'string' && layout.value.text === text ? layout.value.hints : [];
}
