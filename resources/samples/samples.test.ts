import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, bytesOf, decode, samplesFolder, truthFolder, truthOf } from './testing/page.ts';
import type { Truth } from './testing/page.ts';
import { readReadme } from './testing/readme.ts';
import { TRAITS } from './testing/traits.ts';

const { sections, explained } = readReadme();
const shared = process.env['STET_SHARED'] ?? join(samplesFolder, '../../../shared');

const pages = sections.map((section) => {
  const truth = truthOf(section.file.replace(/^.*\//, '').replace(/\.txt$/, ''));
  const bytes = bytesOf(section.file);
  return { section, truth, bytes, blocks: blocksOf(decode(bytes, truth.encoding)) };
});

/** The paragraphs an article should end up with, made from its printed blocks and the recorded faults alone. */
function mended(truth: Truth, articleId: string): readonly string[] {
  const paragraphs: string[] = [];
  for (const block of truth.blocks.filter((b) => b.article === articleId && b.paragraph !== null)) {
    const points = [...block.text].slice(0, block.tail?.offset);
    const faults = truth.errors.filter((e) => e.block === block.index).toSorted((a, b) => b.offset - a.offset);
    for (const fault of faults) points.splice(fault.offset, [...fault.noisy].length, ...fault.original);
    const whole = truth.commas === 'half' ? points.join('').replaceAll(',', '，') : points.join('');
    const text = truth.quotes === 'corner' ? whole.replaceAll('『', '“').replaceAll('』', '”') : whole;
    paragraphs[block.paragraph ?? 0] = (paragraphs[block.paragraph ?? 0] ?? '') + text;
  }
  return paragraphs;
}

it('describes every sample that is there, and only those', () => {
  const files = readdirSync(samplesFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
  expect(sections.map((section) => section.file)).toEqual(files.map((file) => file.replaceAll('\\', '/')).toSorted());
  expect(pages.map(({ truth }) => `${truth.page}.json`)).toEqual(readdirSync(truthFolder).toSorted());
  expect(pages.length).toBeGreaterThanOrEqual(6);
});

it('shows every trait that the README explains, and explains every trait it shows', () => {
  const shown = new Set(sections.flatMap((section) => section.rows.map((row) => row.trait)));
  expect([...shown].toSorted()).toEqual(explained.toSorted());
  expect(Object.keys(TRAITS).toSorted()).toEqual(explained.toSorted());
});

it('keeps its encodings apart: three, with and without a byte order mark, and both line ends', () => {
  const kinds = pages.map(({ truth }) => `${truth.encoding} ${truth.bom} ${truth.lineEnds}`);
  expect(new Set(kinds)).toEqual(
    new Set(['UTF-8 false LF', 'UTF-8 false CRLF', 'UTF-8 true LF', 'GB18030 false LF', 'UTF-16LE true LF']),
  );
});

describe.each(pages)('$truth.page', ({ section, truth, bytes, blocks }) => {
  it('decodes as stated', () => {
    const text = decode(bytes, truth.encoding);
    const bom = bytes.subarray(0, 3).toString('hex') === 'efbbbf' || bytes.subarray(0, 2).toString('hex') === 'fffe';
    expect(bom).toBe(truth.bom);
    const lineEnds = new Set(text.match(/\r\n|\n|\r/g));
    expect([...lineEnds]).toEqual([truth.lineEnds === 'LF' ? '\n' : '\r\n']);
    // What is not UTF-8 cannot be taken for it; a page in GB18030 would otherwise test nothing.
    if (truth.encoding !== 'UTF-8') expect(() => decode(bytes, 'UTF-8')).toThrow(TypeError);
    expect(section.file).toBe(truth.file);
    expect(section.facts).toBe(
      `${truth.encoding}${truth.bom ? ' with BOM' : ''} · ${truth.lineEnds} · ${truth.blocks.length} blocks · ${truth.articles.length} articles`,
    );
  });

  it('has the blocks and gaps its truth says', () => {
    expect(blocks.map((block) => block.text)).toEqual(truth.blocks.map((block) => block.text));
    // The gap above block 0 is only the top of the page.
    const gaps = blocks.flatMap((block, i) => (i > 0 && block.blankAbove > 1 ? [i] : []));
    expect(gaps).toEqual(truth.gaps);
    expect(truth.articles.length).toBeGreaterThanOrEqual(6);
    expect(truth.articles.length).toBeLessThanOrEqual(12);
  });

  it('gives each block to one article or to none', () => {
    const owned = truth.articles.flatMap((article) => article.blocks.map((i) => [i, article.id] as const));
    const aside = truth.blocks.filter((block) => block.article === null);
    expect(owned.length + aside.length).toBe(truth.blocks.length);
    for (const [i, id] of owned) expect(truth.blocks[i]?.article).toBe(id);
    for (const block of aside) expect(['banner', 'furniture', 'duplicate']).toContain(block.role);
  });

  it.each(truth.articles)('can be mended into the clean text: $headline', (article) => {
    expect(mended(truth, article.id)).toEqual(article.body);
  });

  it.each(section.rows)('shows $trait at $blocks', (row) => {
    expect(TRAITS[row.trait]?.(row.blocks, { truth, blocks }, row)).toBe(true);
  });

  it('names a misreading and a broken paragraph for the journeys to mend', () => {
    const { misread, broken } = truth.mend;
    const points = [...(blocks[misread.block]?.text ?? '')];
    const place = points.slice(0, misread.offset);
    expect(points[misread.offset]).toBe(misread.printed);
    expect(place.join('').endsWith(misread.before)).toBe(true);
    expect(place.join('').length, 'offset is the same in UTF-16').toBe(misread.offset);
    expect(points.slice(misread.offset + 1).join('').startsWith(misread.after)).toBe(true);
    expect(truth.errors).toContainEqual(
      expect.objectContaining({ block: misread.block, offset: misread.offset, noisy: misread.printed, original: misread.right }),
    );
    expect(truth.blocks[broken.first]?.continues).toBe(broken.second);
    expect(broken.text).toBe(`${blocks[broken.first]?.text ?? ''}${blocks[broken.second]?.text ?? ''}`);
  });
});

/** Every string of a newspaper file: a page's text, or the texts of a truth file. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* strings(inner);
}

describe('is our own writing', () => {
  const RUN = 12;
  const folders = ['archive', 'eval'].map((name) => join(shared, name)).filter((folder) => existsSync(folder));

  it.skipIf(folders.length === 0)(`shares no run of ${RUN} characters with the newspapers (skipped where they are not at hand)`, () => {
    const fold = (text: string) => text.replaceAll(',', '，').replaceAll('『', '“').replaceAll('』', '”');
    const own = new Map<string, string>();
    for (const { truth } of pages) {
      for (const block of truth.blocks) {
        const text = fold(block.text);
        for (let i = 0; i + RUN <= text.length; i++) own.set(text.slice(i, i + RUN), `${truth.page} ${block.index}`);
      }
    }
    const common = new Set<string>();
    let read = 0;
    for (const folder of folders) {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(txt|json)$/.test(file)) continue;
        read++;
        const raw = readFileSync(join(folder, file), 'utf8');
        for (const text of file.endsWith('.json') ? strings(JSON.parse(raw)) : [raw]) {
          const folded = fold(text);
          for (let i = 0; i + RUN <= folded.length; i++) {
            const place = own.get(folded.slice(i, i + RUN));
            if (place !== undefined) common.add(`${place}: ${folded.slice(i, i + RUN)}`);
          }
        }
      }
    }
    expect(read, 'files of the newspapers').toBeGreaterThan(0);
    expect(own.size).toBeGreaterThan(10_000);
    expect([...common]).toEqual([]);
  });
});
