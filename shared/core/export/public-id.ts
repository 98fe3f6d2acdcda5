import { fileStem } from '../metadata/file-stem.ts';
import { safeName } from './file-name.ts';
import type { PageFacts } from './page-record.ts';

/** The part of an article's public id that says which page it is on: newspaper, date and page, or the file's name where these are not known. */
export function publicPageId({ newspaper, edition, date, page, sourceFile }: Pick<PageFacts, 'newspaper' | 'edition' | 'date' | 'page' | 'sourceFile'>): string {
  const known = newspaper !== '' && date !== '' ? [newspaper, edition, date, page] : [fileStem(sourceFile).split('/').at(-1) ?? ''];
  const id = known.filter((part) => part !== '').map((part) => safeName(part, 80).replace(/\s+/gu, '_')).join('-');
  return id === '' ? 'page' : id;
}

/**
 * A readable id for an article, in a project where `taken` says which ids were ever given: newspaper, date, page, and the article's
 * position on it (from 1); a letter behind it where two would be the same.
 */
export function mintPublicId(pageId: string, position: number, taken: (id: string) => boolean): string {
  const plain = `${pageId}-${String(position).padStart(2, '0')}`;
  for (let suffix = 0; ; suffix += 1) {
    const id = suffix === 0 ? plain : `${plain}${letters(suffix)}`;
    if (!taken(id)) return id;
  }
}

/** The id of the page, of an article's id that `mintPublicId` gave for that position; null where it gave no such id. */
export function pageIdOf(publicId: string, position: number): string | null {
  const plain = publicId.replace(/[a-z]+$/u, ''); // a position ends in a digit
  const behind = `-${String(position).padStart(2, '0')}`;
  return plain.endsWith(behind) ? plain.slice(0, -behind.length) : null;
}

/** 1 is b, 2 is c, … 25 is z, 26 is aa: the first of a kind has no letter, so the second is b. */
function letters(suffix: number): string {
  const digit = (n: number) => String.fromCodePoint(0x61 + n);
  return suffix < 26 ? digit(suffix) : `${letters(Math.floor(suffix / 26) - 1)}${digit(suffix % 26)}`;
}
