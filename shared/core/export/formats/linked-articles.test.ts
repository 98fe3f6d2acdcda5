import { expect, test } from 'vitest';
import { articleId } from '../../model/ids.ts';
import type { LinkSide } from '../../model/issue.ts';
import { exportedFiles, exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { issueOf } from '../../testing/notation.ts';
import type { LinkedArticle } from '../record.ts';
import { EXPORTERS } from '../registry.ts';
import { annotations } from './annotations.ts';
import { csv } from './csv.ts';
import { huggingface } from './huggingface.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { teiDocumentary } from './tei-documentary.ts';
import { teiPressmint } from './tei-pressmint.ts';

const other = (articleId_: string, name: string, leaves = true): LinkedArticle => ({ articleId: articleId_, leaves, name });

/** A page whose article `article` has such another one. */
const page = (file: string, name: string, article: string, side: LinkSide, end: LinkedArticle) => exportedPage(
  issueOf(`${article} headline: 大堤`, `${article} body: 工程做到了`, 'x headline: 早市', 'x body: 天亮了。'), { sourceFile: file, name },
  { linked: (id, on) => (id === articleId(article) && on === side ? end : null), publicId: (id) => `${name.at(-1)}-${id}` },
);

const pages = [
  page('五月/第1版.txt', '五月/第 1', 'a', 'next', other('3-b', '六月/第 3')),
  page('六月/第3版.txt', '六月/第 3', 'b', 'previous', other('1-a', '五月/第 1')),
];

const rowsOf = (text: string) => text.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

test('tables say in which article one goes on and from which it comes', () => {
  const told = (rows: readonly Record<string, unknown>[]) => rows.map(({ article_id, continues_in, continued_from }) => [article_id, continues_in, continued_from]);
  const expected = [['1-a', '3-b', ''], ['1-x', '', ''], ['3-b', '', '1-a'], ['3-x', '', '']];
  expect(told(rowsOf(exportedTexts(jsonl, pages)['articles.jsonl']!))).toEqual(expected);
  const jsonLines = Object.entries(exportedTexts({ ...huggingface, begin: (context) => ({ ...huggingface.begin(context), end: () => [] }) }, pages)).filter(([path]) => path.startsWith('jsonl/articles'));
  expect(told(jsonLines.flatMap(([, text]) => rowsOf(text)))).toEqual(expected);
  const [head, ...lines] = exportedTexts(csv, pages)['articles.csv']!.trim().split('\r\n').map((line) => line.split(','));
  const column = (name: string) => head!.indexOf(name);
  expect(lines.map((line) => [line[column('article_id')], line[column('continues_in')], line[column('continued_from')]])).toEqual(expected);
});

test('Markdown says so before the text', () => {
  const texts = Object.values(exportedTexts(markdown, pages));
  expect(texts[0]).toContain('continues_in: "3-b"\ncontinued_from: ""\n');
  expect(texts[2]).toContain('continues_in: ""\ncontinued_from: "1-a"\n');
});

test('TEI points at the other division: within its corpus by its id alone, else in the other file', () => {
  const corpus = Object.values(exportedTexts(teiPressmint, pages)).join('');
  const said = corpus.match(/<div type="article".*?<\/div>/gsu)!.map((div) => /<note type="(?:continues-in|continued-from)"><ref target="[^"]*"\/>/u.exec(div)?.[0] ?? '');
  expect(said).toEqual(['<note type="continues-in"><ref target="#_x33_-b"/>', '', '<note type="continued-from"><ref target="#_x31_-a"/>', '']);
  expect(corpus).toContain('xml:id="_x33_-b"');
  const files = exportedTexts(teiDocumentary, pages);
  const [path, text] = Object.entries(files)[0]!;
  const target = / next="([^"]*)"/u.exec(text)![1]!;
  const url = new URL(target, `file:///${encodeURI(path)}`);
  expect(files[decodeURIComponent(url.pathname.slice(1))]).toContain(`xml:id="${decodeURIComponent(url.hash.slice(1))}"`);
});

test('what is not in the export is named where a name is enough, and not pointed at', () => {
  const alone = [page('五月/第1版.txt', '五月/第 1', 'a', 'next', other('3-b', '', false))];
  expect(rowsOf(exportedTexts(jsonl, alone)['articles.jsonl']!)[0]).toMatchObject({ continues_in: '3-b' });
  for (const format of [teiPressmint, teiDocumentary]) expect(Object.values(exportedTexts(format, alone)).join('')).not.toMatch(/<div [^>]*(?:next|prev)=|<note type="contin/u);
});

test('an annotation links the end of an article to the one it goes on in, and the beginning of that back', () => {
  const items = Object.entries(exportedTexts(annotations, pages)).filter(([path]) => path.endsWith('.jsonld')).flatMap(([, text]) => (JSON.parse(text) as { first: { items: { motivation: string; body: { value: string }[]; target: { selector: { exact?: string }[] } }[] } }).first.items);
  const links = items.filter(({ motivation }) => motivation === 'linking');
  expect(links.map(({ body, target }) => [...body.map(({ value }) => value), target.selector[1]!.exact])).toEqual([['3-b', 'continues_in', '1-a', '工程做到了'], ['1-a', 'continued_from', '3-b', '大堤']]);
});

test('every format either says so, or is plain text', () => {
  const without = pages.map((each) => ({ ...each, articles: each.articles.map((article) => ({ ...article, next: null, previous: null })) }));
  const bytes = (exporter: (typeof EXPORTERS)[number], of: typeof pages) => JSON.stringify([...exportedFiles(exporter, of)].map(([path, file]) => [path, ...file]));
  const silent = EXPORTERS.filter((exporter) => bytes(exporter, pages) === bytes(exporter, without)).map(({ id }) => id);
  expect(silent).toEqual(['text', 'text-pages']);
});
