import type { UnusualCharacter } from '#core/export/unusual.ts';
import type { PageAccount } from './account.ts';
import type { LostPage } from './lost-page.ts';
import { GENERATOR } from './read-manifest.ts';
import type { WrittenFile } from './read-manifest.ts';
import type { ExportOptions } from './options.ts';
import type { Snapshot } from './pages.ts';

type Listed = Omit<UnusualCharacter, 'at'> & { readonly pages: number; readonly first: string };

/** manifest.json, a line a file as files are closed, so that a million of them need no memory; at its end the characters not everything reads alike. */
export class Manifest {
  readonly #unusual = new Map<number, Listed>();
  files = 0;

  /** How many characters are listed. */
  get unusual(): number {
    return [...this.#unusual.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** The beginning: what was exported, by which versions. `rules`: a checksum of the project's rules, '' for none; `leftOut`: how many articles the filter takes do not leave, as they have no id; `lost`: the pages that do not, as they cannot be read. */
  head({ version, formats, filter, reading, bom, licence }: ExportOptions, { head, splitters }: Snapshot, rules: string, leftOut: number | null, lost: readonly LostPage[]): string {
    const said = {
      generator: GENERATOR, version, formats: formats.toSorted(), filter, ...(leftOut !== null && { left_out_without_id: leftOut }),
      ...(lost.length > 0 && { left_out_unreadable: { pages: lost.length, files: lost.map(({ sourceFile, why }) => ({ source_file: sourceFile, why })) } }), reading, bom, licence,
      head, splitters, rules, offsets: 'code points',
    };
    return `{\n${Object.entries(said).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`).join('')}"files": [`;
  }

  /** The lines of some files. */
  lines(files: readonly WrittenFile[]): string {
    return files.map((file) => {
      this.files += 1;
      return `${this.files === 1 ? '\n' : ',\n'}${JSON.stringify(file)}`;
    }).join('');
  }

  /** Notes the unusual characters of a page. */
  note({ unusual, sourceFile }: PageAccount): void {
    for (const { code, kind, count, at } of unusual) {
      const known = this.#unusual.get(code) ?? { code, kind, count: 0, pages: 0, first: `${sourceFile}:${at}` };
      this.#unusual.set(code, { ...known, count: known.count + count, pages: known.pages + 1 });
    }
  }

  /** The end. Which characters are unassigned is by a version of Unicode: it is said where there are some. */
  tail(): string {
    const listed = [...this.#unusual.values()].toSorted((a, b) => a.code - b.code)
      .map(({ code, ...rest }) => JSON.stringify({ character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, ...rest }));
    const unicode = listed.some((line) => line.includes('"unassigned"')) ? `,\n"unicode": ${JSON.stringify(process.versions['unicode'] ?? '')}` : '';
    return `\n],\n"characters": [${listed.map((line) => `\n${line}`).join(',')}${listed.length > 0 ? '\n' : ''}]${unicode}\n}\n`;
  }
}
