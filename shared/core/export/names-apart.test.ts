import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportedFiles, exportedPage } from '../testing/exporting.ts';
import { issueOf } from '../testing/notation.ts';
import { PageNames } from './page-names.ts';
import { mintPublicId, publicPageId } from './public-id.ts';
import { EXPORTERS } from './registry.ts';

/** What the least discerning file systems take for one name: none tells less than one that folds capitals, composes characters and passes over blanks and dots at an end. */
const folded = (path: string): string => path.split('/').map((part) => part.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC').replace(/[\s.]+$/u, '')).join('/');

const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/iu;

/** What stands against files and folders of an export lying together on any disk. */
function faults(paths: readonly string[], ofFolders: (folder: string) => boolean): readonly string[] {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const found: string[] = [];
  for (const path of paths) {
    const parts = path.split('/');
    for (const part of parts) {
      if (part === '' || /[<>:"\\|?*\p{Cc}\p{Cf}\p{Cs}]|^\s|[\s.]$/u.test(part)) found.push(`unsafe: ${JSON.stringify(path)}`);
      if (RESERVED.test(part)) found.push(`reserved: ${path}`);
      if (new TextEncoder().encode(part).length > 255) found.push(`too long: ${path}`);
    }
    const key = folded(path);
    if (files.has(key)) found.push(`twice: ${path} ${files.get(key)}`);
    files.set(key, path);
    for (let end = parts.length - 1; end > 0; end -= 1) {
      const folder = parts.slice(0, end).join('/');
      const known = folders.get(folded(folder));
      if (known !== undefined && known !== folder && ofFolders(folder)) found.push(`one folder, spelt in two ways: ${folder} ${known}`);
      folders.set(folded(folder), folder);
    }
  }
  for (const [key, path] of files) if (folders.has(key)) found.push(`file and folder: ${path}`);
  return found;
}

const ENDINGS = ['.txt', '.TXT', '.text', '.xml', '.jsonld', '.md', '.csv', '.txt.link', ''];
const STEMS = [
  'x', 'X', 'é', 'e\u0301', 'É', 'ß', 'SS', 'ﬀ', 'İ', 'i\u0307', 'ı', 'Å', 'Å', '渡口', '01', '01 题 x-01', '01 x-01', 'x~2', 'CON', 'aux', 'com1', 'nul.x', 'x.', 'x ', ' x', '.x', '..', '…', '*', '?', '\u202Ex', 'x\u200F', '👩‍👩‍👧', '👩', '\uD800', '\uE000',
  '长'.repeat(80), `${'长'.repeat(80)}二`, 'a'.repeat(300), '2024', 'undated', 'PressMint-ZH', 'README', 'ABOUT', 'articles', 'stet', '\u3000',
];
const part = fc.tuple(fc.constantFrom(...STEMS), fc.constantFrom(...ENDINGS)).map(([stem, ending]) => `${stem}${ending}`);
const paths = fc.uniqueArray(fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')), { minLength: 1, maxLength: 14 });
const headlines = fc.array(fc.oneof(fc.constantFrom(...STEMS, '题'), fc.string({ unit: 'binary', maxLength: 40 })), { minLength: 1, maxLength: 3 });

/** The pages of some source files, every one with articles of these headlines, as an export has them. */
function pagesOf(files: readonly string[], titles: readonly string[]) {
  const names = new PageNames();
  const minted = new Set<string>();
  const mint = (sourceFile: string, position: number) => {
    const id = mintPublicId(publicPageId({ newspaper: '', edition: '', date: '', page: '', sourceFile }), position, (taken) => minted.has(taken));
    minted.add(id);
    return id;
  };
  return files.toSorted().map((sourceFile) => {
    const issue = issueOf(...titles.flatMap((title, k) => [`a${k} headline: ${title.replace(/[-+□[\]\n\r]/gu, '')}`, `a${k} body: 正文`]));
    const ids = new Map(titles.map((_, k) => [`a${k}`, mint(sourceFile, k + 1)]));
    return exportedPage(issue, { sourceFile, name: names.next(sourceFile) }, { publicId: (id) => ids.get(id)! });
  });
}

const IN_ONE = new Set(['csv', 'huggingface', 'jsonl', 'tsv']); // whose files are called the same whatever is in them

test.each(EXPORTERS.map((exporter) => [exporter.id, exporter] as const))('%s: no two files of an export are one to any file system, whatever files and headlines are called', (_, exporter) => {
  fc.assert(fc.property(paths, headlines, (files, titles) => {
    const pages = pagesOf(files, titles);
    const own = new Set(pages.map(({ name }) => folded(name))); // a page that is a folder of its own beside a folder of the sources may be spelt as its file is
    expect(faults([...exportedFiles(exporter, pages).keys()], (folder) => !own.has(folded(folder)))).toEqual([]);
  }), { numRuns: IN_ONE.has(exporter.id) ? 10 : 300 });
});

test('a folder is never called as a file of an export could be, and is spelt in one way', () => {
  const names = new PageNames();
  expect(['x', 'x.txt/y', 'x.xml/y.txt', 'X.TXT/z.txt', 'A/b.txt', 'a/c.txt', 'y.md.txt'].map((path) => names.next(path))).toEqual(['x', 'x.txt_/y', 'x.xml_/y', 'x.txt_/z', 'A/b', 'A/c', 'y.md_']);
});
