import { fileStem } from '../metadata/file-stem.ts';
import { NumberSet } from '#util/number-set.ts';
import { numberOf } from '#util/text-number.ts';
import { safeName } from './file-name.ts';

/** What file systems that do not tell capitals from small letters, or composed from decomposed characters, take for one name. */
const folded = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

/** How files of exports end, and the links that unchanged ones are for a moment: no folder may be called so, as a file beside it could be. */
const ENDING = /\.(?:txt|md|xml|json|jsonld|csv|tsv|jsonl|parquet|link)$/iu;

function safePart(part: string): string {
  const name = safeName(part) || '_';
  return ENDING.test(name) ? `${name}_` : name;
}

/**
 * Gives every page a path of its own below a format's folder, from its source file's and safe on every platform: without the ending, each part made safe, and
 * a number behind it where two would be the same to some file system. Folders that would be the same are spelt in one way, that of the first. Keeps a number a page,
 * and the folders.
 */
export class PageNames {
  readonly #given = new NumberSet();
  readonly #folders = new Map<string, string>();
  #last: { readonly said: string; readonly folder: readonly string[] } | null = null;

  /** The path of the next page; pages in the order of their source files get the same ones every time. */
  next(sourceFile: string): string {
    const parts = fileStem(sourceFile).split('/');
    const path = [...this.#folderOf(parts.slice(0, -1)), safePart(parts.at(-1)!)].join('/');
    for (let serial = 1; ; serial += 1) {
      const name = serial === 1 ? path : `${path}~${serial}`;
      const number = numberOf(folded(name));
      if (this.#given.has(number)) continue;
      this.#given.add(number);
      return name;
    }
  }

  /** The same for pages of one folder, which mostly follow on each other. */
  #folderOf(parts: readonly string[]): readonly string[] {
    const said = parts.join('/');
    if (this.#last?.said !== said) this.#last = { said, folder: this.#folder(parts.map(safePart)) };
    return this.#last.folder;
  }

  #folder(parts: readonly string[]): readonly string[] {
    if (parts.length === 0) return [];
    const path = [...this.#folder(parts.slice(0, -1)), parts.at(-1)!].join('/');
    const key = folded(path);
    const known = this.#folders.get(key);
    if (known === undefined) this.#folders.set(key, path);
    return (known ?? path).split('/');
  }
}
