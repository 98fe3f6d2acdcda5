import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { GAP_MARK } from '../../model/reading.ts';
import { arbitraryIssue } from '../../testing/arbitrary-issue.ts';
import { exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { issueOf } from '../../testing/notation.ts';
import type { PageRecord, PassageRecord } from '../record.ts';
import { xmlId } from '../tei/xml-text.ts';
import { teiDocumentary } from './tei-documentary.ts';
import { teiPressmint } from './tei-pressmint.ts';

type Read = { readonly emended: string; readonly printed: string };
type Article = { readonly id: string; readonly passages: Read[] };

/** What a program without Stet reads in a TEI file: articles and what stands aside, passage by passage, in both readings. */
function readTei(xml: string): { readonly articles: readonly Article[]; readonly aside: readonly Read[] } {
  const parser = new SaxesParser();
  const articles: Article[] = [];
  const aside: Read[] = [];
  const open: string[] = [];
  let [emended, printed] = ['', ''];
  const put = (text: string) => {
    if (!['corr', 'reg', 'supplied'].some((name) => open.includes(name))) printed += text;
    if (!['sic', 'orig'].some((name) => open.includes(name))) emended += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    if (name === 'div' && attributes['type'] === 'article') articles.push({ id: attributes['xml:id']!, passages: [] });
    if (['head', 'p', 'byline', 'note'].includes(name)) [emended, printed] = ['', ''];
    if (name === 'lb') put('\n');
    if (name === 'g') put(String.fromCharCode(Number.parseInt(attributes['ref']!.slice(2), 16)));
    if (name === 'gap') emended += GAP_MARK.repeat(Number(attributes['quantity'] ?? 1));
  });
  parser.on('text', put);
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (!open.includes('text') || !['head', 'p', 'byline', 'note'].includes(name)) return;
    if (open.includes('back')) aside.push({ emended, printed });
    else articles.at(-1)?.passages.push({ emended, printed });
  });
  parser.write(xml).close();
  return { articles, aside };
}

const withText = ({ runs }: Pick<PassageRecord, 'runs'>) => runs.length > 0;

/** Text that XML cannot hold as it is, and text that looks like markup. */
const awkward = ['\u0000', '\u0007', '\uD800', '\uDC00', '\uFFFE', '\uFFFF', '\u0085', '&amp;', ']]>', '<!--', '"', "'", '\u{10FFFF}', '\uE000'] as const;
const issues = fc.tuple(arbitraryIssue, fc.array(fc.tuple(fc.nat(), fc.constantFrom(...awkward)), { maxLength: 4 })).map(([issue, puts]) => {
  // In the place of as many characters of the source as are blank nowhere and of one unit.
  const units = issue.source.split('');
  for (const [at, put] of puts) if (put.length === 1 && units.length > 0 && /\p{Script=Han}/u.test(units[at % units.length]!)) units[at % units.length] = put;
  return { ...issue, source: units.join('') };
});

const only = (files: Readonly<Record<string, string>>, pattern: RegExp) => Object.entries(files).filter(([path]) => pattern.test(path)).map(([, text]) => text);
const pageOf = (issue: Parameters<typeof exportedPage>[0]): PageRecord => exportedPage(issue, {}, { publicId: (id) => `清河 晚报/${id}` });

describe('what is written as TEI is read again', () => {
  test('documentary: both readings of every passage, of articles and of what stands aside', () => {
    fc.assert(fc.property(issues, (issue) => {
      const page = pageOf(issue);
      const [xml] = only(exportedTexts(teiDocumentary, [page]), /\.xml$/u);
      expect(xml === undefined).toBe(page.articles.length === 0 && page.aside.length === 0);
      if (xml === undefined) return;
      const { articles, aside } = readTei(xml);
      expect(articles.map(({ id }) => id)).toEqual(page.articles.map(({ articleId }) => xmlId(articleId)));
      page.articles.forEach(({ passages }, k) => {
        expect(articles[k]!.passages.map(({ emended }) => emended)).toEqual(passages.filter(withText).map(({ emended }) => emended));
        expect(articles[k]!.passages.map(({ printed }) => printed)).toEqual(passages.filter(withText).map(({ printed }) => printed));
      });
      expect(aside).toEqual(page.aside.filter(withText).map(({ emended, printed }) => ({ emended, printed })));
    }), { numRuns: 300 });
  });

  test.each(['emended', 'printed'] as const)('PressMint: the %s reading, and no other', (reading) => {
    fc.assert(fc.property(arbitraryIssue, (issue) => {
      const page = pageOf(issue);
      const files = exportedTexts(teiPressmint, [page], { reading });
      const [xml] = only(files, /^2024\//u);
      expect(xml === undefined).toBe(page.articles.length === 0);
      if (xml === undefined) {
        expect(files).toEqual({});
        return;
      }
      const { articles } = readTei(xml);
      page.articles.forEach(({ passages }, k) => {
        expect(articles[k]!.passages.map((each) => each.emended)).toEqual(passages.map((each) => each[reading]).filter((text) => text !== ''));
      });
    }), { numRuns: 300 });
  });
});

test('characters that XML forbids are pictured and counted', () => {
  const page = exportedPage(issueOf('a1 headline: 甲\u0007乙', 'a1 body: 丙\uFFFF丁&<>\u{10FFFF}'));
  const [pressmint] = only(exportedTexts(teiPressmint, [page]), /^2024\//u);
  expect(pressmint).toContain('甲\u2407乙');
  expect(pressmint).toContain('丙\uFFFD丁&amp;&lt;&gt;\u{10FFFF}');
  expect(pressmint).toContain('forbids, 2 in all,');
  const [documentary] = only(exportedTexts(teiDocumentary, [page]), /./u);
  expect(documentary).toContain('甲<g ref="#u0007"/>乙');
  expect(documentary).toContain('<char xml:id="u0007">');
});

test('changes stand with who made them and how sure they are', () => {
  const page = exportedPage(issueOf('a1 headline: 装电梯', 'a1 body: “-[抵]+[低]偿”-[的]办+[了]法', '- banner: 清河-[纪]事'));
  const [xml] = only(exportedTexts(teiDocumentary, [page]), /./u);
  expect(xml).toMatch(/“<choice><sic>抵<\/sic><corr type="[^"]+" resp="#resp\.person1" cert="high">低<\/corr><\/choice>偿”/u);
  expect(xml).toMatch(/<choice><sic>的<\/sic><corr [^>]*><\/corr><\/choice>办<supplied reason="[^"]+" resp="#resp\.person1" cert="high">了<\/supplied>法/u);
  expect(xml).toMatch(/<back>\n<div type="banner" resp="#resp\.machine1">\n<p>清河<choice>/u);
  expect(xml).toMatch(/<revisionDesc>\n<change who="#resp\.person1" n="4">/u);
});

test('the corpus includes every text, percent-encoded, and is written only where there is one', () => {
  const pages = ['2024-05/清河 & 晚报_1.txt', 'b.xml'].map((sourceFile) => exportedPage(issueOf('a1 headline: 甲'), { sourceFile, ...(sourceFile === 'b.xml' ? { date: '2024-13' } : {}) }));
  const files = exportedTexts(teiPressmint, pages);
  const hrefs = [...files['PressMint-ZH.xml']!.matchAll(/href="([^"]*)"/gu)].map(([, href]) => decodeURIComponent(href!));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['PressMint-ZH.xml', ...hrefs]));
  expect(hrefs[0]).toBe('2024/2024-05/清河 & 晚报_1.xml');
  expect(hrefs[1]).toMatch(/^undated\/b/u);
  expect(exportedTexts(teiPressmint, [exportedPage(issueOf('- banner: 甲'))])).toEqual({});
});

test('the corpus says how many texts, articles, paragraphs and characters it holds, and of which time', () => {
  const pages = [['1931-02', 'a1 headline: 甲', 'a1 body: <measure unit="articles" quantity="9"'], ['1931', 'b1 body: 乙丙', 'b2 body: 丁'], ['', 'c1 body: 𠮷'], ['2024-05-18', '- banner: 栏']]
    .map(([date, ...lines], k) => exportedPage(issueOf(...lines), { date: date!, sourceFile: `${k}.txt`, name: String(k) }, { publicId: (id) => `${k}${id}` }));
  const head = exportedTexts(teiPressmint, pages)['PressMint-ZH.xml']!;
  const counts = Object.fromEntries([...head.matchAll(/<measure unit="(\w+)" quantity="(\d+)"/gu)].map(([, unit, quantity]) => [unit, Number(quantity)]));
  expect(counts).toEqual({ texts: 3, articles: 4, paragraphs: 5, characters: 1 + 37 + 2 + 1 + 1 });
  expect(head).toContain('<date from="1931" to="1931-02">1931 – 1931-02</date>');
  expect(exportedTexts(teiPressmint, pages.slice(2, 3))['PressMint-ZH.xml']).toContain('When its pages were printed is not known.');
});

test('no two texts have one id, and each is one that XML takes', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.array(fc.constantFrom('a', '_', 'x', '5', 'F', '-', '.', '/', '·', ' ', '晚', '𠮷', '）'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')), { minLength: 2 }), (texts) => {
    const ids = texts.map((text) => xmlId(text));
    expect(new Set(ids).size).toBe(texts.length);
    expect(xmlId('a_x20_')).not.toBe(xmlId('a '));
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_\u4E00-\u9FA5][\w.\-·\u4E00-\u9FA5]*$/u);
  }));
});
