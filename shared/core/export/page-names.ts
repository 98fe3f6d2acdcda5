import { fileStem } from '../metadata/file-stem.ts';
import { safeName } from './file-name.ts';

/** A number of 53 bits for a text: two that differ have the same one in a project of a million pages less often than once in ten thousand projects. */
function numberOf(text: string): number {
  let [high, low] = [0x9e3779b9, 0x85ebca6b];
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x21f0aaad) ^ low;
  low = Math.imul(low ^ (low >>> 15), 0x735a2d97) ^ high;
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** What file systems that do not tell capitals from small letters, or composed from decomposed characters, take for one name. */
const folded = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

/**
 * Gives every page a path of its own below a format's folder, from its source file's and safe on every platform: without the ending, each part made safe, and
 * a number behind it where two would be the same to some file system. Keeps a number a page.
 */
export class PageNames {
  readonly #given = new Set<number>();

  /** The path of the next page; pages in the order of their source files get the same ones every time. */
  next(sourceFile: string): string {
    const path = fileStem(sourceFile).split('/').map((part) => safeName(part) || '_').join('/');
    for (let serial = 1; ; serial += 1) {
      const name = serial === 1 ? path : `${path}~${serial}`;
      const number = numberOf(folded(name));
      if (this.#given.has(number)) continue;
      this.#given.add(number);
      return name;
    }
  }
}
