import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { exportedFiles, exportedTexts } from '../../testing/exporting.ts';
import { hostilePages } from '../../testing/hostile-pages.ts';
import { articlePath, fieldsIn, ownByline } from '../article-text.ts';
import type { Exporter } from '../exporter.ts';
import type { ArticleRecord, PageRecord } from '../record.ts';
import { withoutControls } from '../unusual.ts';
import { annotations } from './annotations.ts';
import { csv } from './csv.ts';
import { huggingface } from './huggingface.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';
import { textPages } from './text-pages.ts';
import { tsv } from './tsv.ts';

type Cells = Readonly<Record<string, string>>;
const READINGS = ['emended', 'printed'] as const;
type Which = (typeof READINGS)[number];

const articlesOf = (pages: readonly PageRecord[]) => pages.flatMap((page) => page.articles.map((article) => ({ page, article })));
const lines = (file: string | undefined) => file!.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

/** Holds an export of random pages, in both readings, against their records. */
function holds(exporter: Exporter, check: (files: Readonly<Record<string, string>>, pages: readonly PageRecord[], reading: Which) => void, numRuns = 200): void {
  fc.assert(fc.property(hostilePages, fc.constantFrom(...READINGS), (pages, reading) => check(exportedTexts(exporter, pages, { reading }), pages, reading)), { numRuns });
}

/** What a line of JSON has to say of an article. */
const said = (page: PageRecord, article: ArticleRecord, reading: Which) => {
  const { kicker, headline, subtitle, byline, paragraphs, captions, credits } = fieldsIn(article, reading);
  return {
    article_id: article.articleId, newspaper_name: page.newspaper, edition: page.edition, date: page.date, page: page.page, headline, byline, article: paragraphs.map((each) => each.text).join('\n'),
    kicker, subtitle, paragraphs, captions, credits, topics: article.topics.map(({ scheme, id, labelEn, labelZh }) => ({ scheme, id, label_en: labelEn, label_zh: labelZh })),
    position: article.position, continues_in: article.next?.articleId ?? '', continued_from: article.previous?.articleId ?? '', status: article.status, checked_by: article.status === 'approved' ? 'person' : 'machine', approvals: article.approvals.map(({ who, when }) => ({ who, when })),
    corrections: article.corrections.length, source_file: page.sourceFile, source_sha256: page.sourceSha256,
  };
};

describe('what is written is read again, character for character', () => {
  test('JSON Lines', () => holds(jsonl, (files, pages, reading) => {
    expect(lines(files['articles.jsonl'])).toEqual(articlesOf(pages).map(({ page, article }) => said(page, article, reading)));
  }));

  test('Hugging Face, JSON Lines: articles, every correction, every passage in both readings', () => {
    fc.assert(fc.property(hostilePages, (pages) => {
      const files = Object.fromEntries([...exportedFiles(huggingface, pages)].map(([path, bytes]) => [path, path.endsWith('.parquet') ? '' : new TextDecoder('utf-8', { fatal: true }).decode(bytes)]));
      expect(lines(files['jsonl/articles-00000.jsonl'])).toEqual(articlesOf(pages).map(({ page, article }) => said(page, article, 'emended')));
      const told = pages.flatMap((page) => [
        ...page.articles.flatMap((article) => article.corrections.map((each) => ({ id: article.articleId, each }))),
        ...page.aside.flatMap(({ corrections }) => corrections.map((each) => ({ id: '', each }))),
      ]);
      expect(lines(files['jsonl/corrections-00000.jsonl'])).toMatchObject(told.map(({ id, each }) => ({
        article_id: id, kind: each.kind, before: each.before, after: each.after, context_before: each.contextBefore, context_after: each.contextAfter, role: each.role,
        start: each.at.from, end: each.at.to, source_start: each.source.from, source_end: each.source.to, reason: each.reason.id, agent: each.by.kind, who: each.by.who, probability: each.probability,
      })));
      const passages = pages.flatMap((page) => [...page.articles.flatMap(({ articleId, passages: own }) => own.map((each) => ({ id: articleId, each }))), ...page.aside.map((each) => ({ id: '', each }))]);
      expect(lines(files['jsonl/passages-00000.jsonl'])).toMatchObject(passages.map(({ id, each }) => ({ article_id: id, role: each.role, text: each.emended, text_printed: each.printed })));
    }), { numRuns: 100 });
  });

  test.each([['csv', csv, ','], ['tsv', tsv, '\t']] as const)('%s: articles, topics, corrections, once the apostrophe before formulas is taken away; controls as their pictures', (ending, exporter, delimiter) => holds(exporter, (files, pages, reading) => {
    const plain = (cell: string) => cell.replace(/^'(?='*[=+\-@\t＝＋－＠])/u, '');
    const rows = (name: string) => parse<Cells>(files[`${name}.${ending}`]!, { columns: true, delimiter, relax_column_count: false }).map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, plain(cell)])));
    const cells = (row: Readonly<Record<string, string | number | readonly string[]>>) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, withoutControls(Array.isArray(value) ? value.join('\n') : String(value ?? ''))]));
    expect(rows('articles')).toEqual(articlesOf(pages).map(({ page, article }) => {
      const { paragraphs: _, topics: __, approvals, ...rest } = said(page, article, reading);
      return cells({ ...rest, approved_by: approvals.map(({ who }) => who), approved_at: approvals.map(({ when }) => when) });
    }));
    expect(rows('topics')).toEqual(articlesOf(pages).flatMap(({ page, article }) => said(page, article, reading).topics.map((topic) => cells({ article_id: article.articleId, ...topic }))));
    expect(rows('corrections')).toMatchObject(pages.flatMap((page) => [...page.articles, ...page.aside]).flatMap(({ corrections }) => corrections.map((each) => cells({ kind: each.kind, before: each.before, after: each.after, start: each.at.from, end: each.at.to }))));
  }));

  test('Markdown: what the YAML says, and the text when its marks are taken away', () => holds(markdown, (files, pages, reading) => {
    expect(Object.keys(files)).toHaveLength(articlesOf(pages).length);
    for (const { page, article } of articlesOf(pages)) {
      const [, head, body] = /^---\n(.*?\n)---\n\n(.*)\n$/su.exec(files[`${articlePath(page, article)}.md`]!)!;
      const { article: _, paragraphs, captions, credits, approvals, ...rest } = said(page, article, reading);
      expect(load(head!)).toEqual({ ...rest, approvals, reading });
      const fields = fieldsIn(article, reading);
      const line = (words: string) => withoutControls(words).replace(/\n+/gu, ' ');
      const blocks = body === '' ? [] : body!.split('\n\n');
      expect(blocks.map(unmarked)).toEqual([
        ...[fields.kicker, fields.headline, fields.subtitle, ownByline(fields)].map(line), ...paragraphs.map(({ role, text: own }) => (role === 'subhead' ? line(own) : withoutControls(own).replace(/\n+/gu, '\n'))), ...[...captions, ...credits].map(line),
      ].filter((each) => each !== ''));
    }
  }));

  test.each([['text', text], ['text-pages', textPages]] as const)('%s: headline group, byline, paragraphs, captions and credits, controls as their pictures', (_, exporter) => holds(exporter, (files, pages, reading) => {
    for (const page of pages) {
      const texts = page.articles.map((article) => {
        const fields = fieldsIn(article, reading);
        const parts = [[fields.kicker, fields.headline, fields.subtitle, ownByline(fields)], fields.paragraphs.map((each) => each.text), [...fields.captions, ...fields.credits]];
        return withoutControls(parts.map((part) => part.filter((each) => each !== '').join('\n')).filter((part) => part !== '').join('\n\n'));
      });
      if (exporter === text) expect(page.articles.map((article) => files[`${articlePath(page, article)}.txt`])).toEqual(texts.map((each) => `${each}\n`));
      else expect(files[`${page.name}.txt`]).toBe(texts.length === 0 ? undefined : `${texts.join('\n\n\n')}\n`);
    }
  }));

  test('Web Annotations: every passage as printed out of the source beside them, and every change', () => holds(annotations, (files, pages) => {
    for (const page of pages) {
      if (page.articles.length + page.aside.length === 0) continue;
      expect(files[`${page.name}.txt`]).toBe(page.source);
      const { first: { items } } = JSON.parse(files[`${page.name}.jsonld`]!) as { readonly first: { readonly items: readonly Item[] } };
      const owned = [...page.articles.flatMap(({ articleId, passages, corrections }) => ({ article: articleId, passages, corrections })), ...page.aside.map((each) => ({ article: '', passages: [each], corrections: each.corrections }))];
      expect(readAnnotations(items, Array.from(page.source))).toEqual({
        passages: owned.flatMap(({ article, passages }) => passages.filter(({ ranges }) => ranges.length > 0).map(({ role, printed }) => ({ article, role, printed: tight(printed) }))),
        changes: (owned.flatMap(({ article, corrections }) => corrections.map((each) => ({ article, kind: each.kind, after: each.after, reason: each.reason.id, place: [{ start: each.source.from, end: each.source.to }] })))) ,
      });
    }
  }, 300));
});

/** A block of Markdown as one reads it: marks of its beginning and emphasis taken away, escapes undone. */
function unmarked(block: string): string {
  const inside = /^(?:#{1,2}|>) (?<text>[^]*)$/u.exec(block)?.groups?.['text'] ?? /^\*(?<text>[^]*)\*$/u.exec(block)?.groups?.['text'] ?? block;
  expect(inside.replace(/\\(?<next>[^])/gu, (_, next) => (next === '\n' ? next : 'x'))).not.toMatch(/[`*_[\]<>~|$&]|^[ \t]*(?:[-+=#:]|\d{1,9}[.)](?:\s|$))/mu); // no mark but the escaped ones
  return inside.replace(/\\(?<next>[^])/gu, '$<next>');
}

type Target = { readonly selector: readonly [{ readonly start: number; readonly end: number }, unknown] };
type Item = { readonly motivation: string; readonly body: readonly { readonly purpose: string; readonly value: string }[]; readonly target: Target | readonly Target[] };

/** Lines of a passage meet with or without a space, which is no matter of the source. */
const tight = (words: string) => words.replace(/[\s\u0085\uFEFF\u200B]/gu, '');

/** What someone who has nothing but the source and the annotations reads: passages as printed, and every change. */
function readAnnotations(items: readonly Item[], source: readonly string[]) {
  const value = ({ body }: Item, purpose: string) => body.find((each) => each.purpose === purpose)?.value ?? '';
  const places = ({ target }: Item) => [target].flat().map(({ selector: [{ start, end }] }) => ({ start, end }));
  const of = (motivation: string) => items.filter((item) => item.motivation === motivation);
  return {
    passages: of('classifying').map((item) => ({ article: value(item, 'identifying'), role: value(item, 'classifying'), printed: tight(places(item).flatMap(({ start, end }) => source.slice(start, end)).join('')) })),
    changes: of('editing').map((item) => ({ article: value(item, 'identifying'), kind: value(item, 'tagging'), after: value(item, 'editing'), reason: value(item, 'describing'), place: places(item) })),
  };
}
