import type { Range } from '../../model/piece.ts';
import { byPage } from '../by-page.ts';
import type { Agent, CorrectionRecord, LinkedArticle, PageRecord, PassageRecord } from '../record.ts';
import type { ArticleRole, AsideRole } from '../../model/role.ts';

const AROUND = 16; // code points of prefix and suffix

type Json = Readonly<Record<string, unknown>>;

/** Takes stretches of a page's source, in code points. */
type Quote = (range: Range) => string;

function quoter(source: string): Quote {
  if (!/[\ud800-\udfff]/.test(source)) return ({ from, to }) => source.slice(Math.max(0, from), to);
  const points = Array.from(source);
  return ({ from, to }) => points.slice(Math.max(0, from), to).join('');
}

/** The name of a page's bytes by their checksum (RFC 6920). */
function named(sha256: string): string {
  const bytes = sha256.match(/../gu)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return `ni:///sha-256;${base64Url(bytes.join(''))}`;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function base64Url(bytes: string): string {
  let out = '';
  for (let k = 0; k < bytes.length; k += 3) {
    const word = (bytes.charCodeAt(k) << 16) | ((bytes.charCodeAt(k + 1) || 0) << 8) | (bytes.charCodeAt(k + 2) || 0);
    const length = Math.min(4, bytes.length - k + 1);
    for (let digit = 0; digit < length; digit += 1) out += ALPHABET[(word >> (18 - 6 * digit)) & 63]!;
  }
  return out;
}

/** The stretches of a page that leave, in order; those with nothing but blanks between them are one. */
function leaving({ articles, aside }: PageRecord, quote: Quote): readonly Range[] {
  const ranges = [...articles.flatMap(({ passages }) => passages), ...aside].flatMap((passage) => passage.ranges).toSorted((a, b) => a.from - b.from);
  const stretches: Range[] = [];
  for (const { from, to } of ranges) {
    const last = stretches.at(-1);
    if (last && quote({ from: last.to, to: from }).trim() === '') stretches[stretches.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else stretches.push({ from, to });
  }
  return stretches;
}

function itemsOf(page: PageRecord, withText: boolean): readonly Json[] {
  const quote = quoter(page.source);
  const source = withText ? `${encodeURIComponent(page.name.split('/').at(-1)!)}.txt` : named(page.sourceSha256);
  const stretches = withText ? [] : leaving(page, quote); // else all of it leaves
  const target = (range: Range): Json => {
    const begin = withText ? 0 : (stretches.find(({ from, to }) => from <= range.from && range.from <= to)?.from ?? range.from);
    const end = withText ? Infinity : (stretches.find(({ from, to }) => from <= range.to && range.to <= to)?.to ?? range.to);
    const [prefix, suffix] = [quote({ from: Math.max(begin, range.from - AROUND), to: range.from }), quote({ from: range.to, to: Math.min(end, range.to + AROUND) })];
    return { source, selector: [{ type: 'TextPositionSelector', start: range.from, end: range.to }, { type: 'TextQuoteSelector', exact: quote(range), prefix, suffix }] };
  };
  const passage = ({ role, ranges }: PassageRecord<ArticleRole | AsideRole>, id: string, article: string | null, by: Agent | null): readonly Json[] => (ranges.length === 0 ? [] : [{
    id: `#${id}`,
    type: 'Annotation',
    motivation: 'classifying',
    ...(by && creator(by)),
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: role },
      ...(article === null ? [] : [{ type: 'TextualBody', purpose: 'identifying', value: article }]),
    ],
    target: ranges.length === 1 ? target(ranges[0]!) : ranges.map(target),
  }]);
  const correction = (each: CorrectionRecord, id: string, article: string | null): Json => ({
    id: `#${id}`,
    type: 'Annotation',
    motivation: 'editing',
    ...creator(each.by),
    body: [
      { type: 'TextualBody', purpose: 'editing', value: each.after, format: 'text/plain' },
      { type: 'TextualBody', purpose: 'tagging', value: each.kind },
      { type: 'TextualBody', purpose: 'describing', value: each.reason.id },
      ...(article === null ? [] : [{ type: 'TextualBody', purpose: 'identifying', value: article }]),
    ],
    target: target(each.source),
  });
  /** That an article goes on on another page, said at its end, or that it comes from there, at its beginning. */
  const link = (article: string, other: LinkedArticle | null, tag: string, passage: PassageRecord | undefined): readonly Json[] => (!other || !passage || passage.ranges.length === 0 ? [] : [{
    id: `#${encodeURIComponent(article)}-${tag}`,
    type: 'Annotation',
    motivation: 'linking',
    body: [
      { type: 'TextualBody', purpose: 'linking', value: other.articleId },
      { type: 'TextualBody', purpose: 'tagging', value: tag },
      { type: 'TextualBody', purpose: 'identifying', value: article },
    ],
    target: target(passage.ranges.at(tag === 'continues_in' ? -1 : 0)!),
  }]);
  return [
    ...page.articles.flatMap(({ articleId, passages, corrections, next, previous }) => {
      const stem = encodeURIComponent(articleId);
      return [...passages.flatMap((each, k) => passage(each, `${stem}-passage-${k}`, articleId, null)), ...corrections.map((each, k) => correction(each, `${stem}-correction-${k}`, articleId)), ...link(articleId, next, 'continues_in', passages.at(-1)), ...link(articleId, previous, 'continued_from', passages[0])];
    }),
    ...page.aside.flatMap((each, k) => [...passage(each, `aside-${k}`, null, each.by), ...each.corrections.map((one, n) => correction(one, `aside-${k}-correction-${n}`, null))]),
  ];
}

const AGENTS = { person: 'Person', rule: 'Software', machine: 'Software' } as const;

const creator = ({ kind, who, when }: Agent): Json => ({
  creator: { type: AGENTS[kind], name: who === '' ? kind : who },
  ...(when !== '' && { created: when }),
});

/**
 * W3C Web Annotation: what is said about a page's source from outside, a collection an issue file. Roles of passages (`classifying`, with the article they belong to) and
 * corrections (`editing`; an empty value strikes, an empty stretch adds), and that an article goes on in another or comes from it (`linking`, at its end or beginning), point at the source text by place, in code points, and by quotation. The source text stands
 * beside it; where a filter takes only some of it, the source is named by the checksum of its bytes, and nothing is quoted that does not leave.
 */
export const annotations = byPage('annotations', (page, { withText, version }) => {
  if (page.articles.length === 0 && page.aside.length === 0) return [];
  const items = itemsOf(page, withText);
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: '',
    type: 'AnnotationCollection',
    label: page.sourceFile,
    generator: { type: 'Software', name: `Stet ${version}` },
    total: items.length,
  };
  const head = JSON.stringify(collection).slice(0, -1);
  const text = `${head},"first":{"id":"#page","type":"AnnotationPage","partOf":"","startIndex":0,"items":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]}}\n`;
  return [{ path: `${page.name}.jsonld`, text, closes: true as const }, ...(withText ? [{ path: `${page.name}.txt`, text: page.source, closes: true as const }] : [])];
});
