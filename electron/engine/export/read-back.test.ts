import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Issue, Passage } from '#core/model/issue.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { exportProject } from './export-project.ts';

const PAGES: Readonly<Record<string, Issue>> = {
  '2024-05/清河晚报_20240510_01.txt': issueOf(
    'a1 kicker: 石桥街道', 'a1 headline: 𠮷祥渡口', 'a1 headline: 今早开航', 'a1 subtitle: 两岸都说方便', 'a1 body: 公益抵偿的办法，𠮷祥渡口先用。', 'a1 subhead: 老船工', 'a1 body: 天不亮就起来擦船', 'a1 caption: 渡口的早晨。', 'a1 credit: 何青摄',
    'a2 headline: 麦收', 'a2 byline: 何青', 'a2 body: 马达声声。', '- banner: 清河纪事', '- duplicate: 马达声声。',
  ),
  '2024-05/清河晚报_20240511_02.txt': issueOf('b1 headline: 茶园', 'b1 body: 新茶上市'),
};
const FIRST = Object.keys(PAGES)[0]!;
type Reading = 'emended' | 'printed';

/** A project on which people worked, exported in a reading; and its pages as the project has them. */
async function exported(reading: Reading) {
  const place = temporaryProject();
  const engine = await openOn(place);
  for (const [path, issue] of Object.entries(PAGES)) {
    mkdirSync(dirname(join(place.folder, path)), { recursive: true });
    writeFileSync(join(place.folder, path), issue.source);
    record(engine, readReport(path, issue));
  }
  const issue = issueAt(engine, FIRST);
  const why = { id: 'typed' };
  for (const edits of [
    [{ kind: 'replaceText' as const, passage: passageId('p5'), from: 2, to: 3, put: { text: '低', why } }],
    [{ kind: 'replaceText' as const, passage: passageId('p7'), from: 8, to: 8, put: { text: '，一遍又一遍。', why } }],
    [{ kind: 'setStatus' as const, article: articleId('a2'), status: 'approved' as const }],
  ]) must(await engine.call('issue.edit', { once: once(), issue, version: must(await engine.call('issue.open', { issue })).version, label: 'test', edits }));
  const target = join(place.base, 'corpus');
  must(await exportProject(engine.context.store, {
    projectDb: engine.context.layout.project, watchedFolder: place.folder, target, formats: ['text', 'text-pages', 'annotations'], filter: {}, wanted: () => true,
    reading, bom: false, licence: '', pending: join(place.base, 'pending.json'), version: '0.0.0',
  }, new AbortController().signal, () => {}));
  const pages = await Promise.all(Object.keys(PAGES).map(async (path) => ({ path, ...must(await engine.call('issue.open', { issue: issueAt(engine, path) })) })));
  const files = (format: string) => Object.fromEntries(readdirSync(join(target, format), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)).toSorted().map((path) => [path.slice(join(target, format).length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
  return { pages, files };
}

/** What a passage says, by its pieces alone: as printed what was kept or struck, as emended what was kept or added. */
const words = (source: string, { pieces }: Passage, reading: Reading): string => pieces.map((piece) => {
  if (piece.kind === 'gap') return '';
  if (piece.kind === 'added') return reading === 'emended' ? piece.text : '';
  return piece.kind === 'struck' && reading === 'emended' ? '' : source.slice(piece.range.from, piece.range.to);
}).join('');

/** The lines in which someone reads an article: headlines as one, pictures last. */
function linesOf(source: string, passages: readonly Passage[], reading: Reading): readonly string[] {
  const of = (...roles: readonly string[]) => passages.filter(({ role }) => roles.includes(role)).map((passage) => words(source, passage, reading));
  return [...of('kicker'), of('headline').join(''), ...of('subtitle'), ...of('byline'), ...of('body', 'subhead'), ...of('caption'), ...of('credit')];
}

test.each(['emended', 'printed'] as const)('%s: who reads the plain texts, an article or a page a file, reads what the project has, in its order', async (reading) => {
  const { pages, files } = await exported(reading);
  const lines = (text: string | undefined) => text!.split('\n').filter((line) => line !== '');
  const [texts, wholes] = [files('text'), files('text-pages')];
  expect(Object.values(texts)).toHaveLength(3);
  expect(Object.keys(wholes)).toEqual(pages.map(({ path }) => path));
  for (const { path, source, tree } of pages) {
    const told = tree.articles.map(({ passages }) => linesOf(source, passages, reading));
    expect(Object.entries(texts).filter(([name]) => `${dirname(name)}.txt` === path).map(([, text]) => lines(text))).toEqual(told);
    expect(wholes[path]!.trimEnd().split('\n\n\n').map(lines)).toEqual(told);
  }
  expect(texts[Object.keys(texts)[0]!]).toContain(reading === 'emended' ? '公益低偿' : '公益抵偿');
});

type Selector = { readonly start: number; readonly end: number; readonly exact: string; readonly prefix: string; readonly suffix: string };
type Target = { readonly source: string; readonly selector: readonly Selector[] };
type Item = { readonly motivation: string; readonly creator?: { readonly type: string; readonly name: string }; readonly body: readonly { readonly purpose: string; readonly value: string }[]; readonly target: Target | readonly Target[] };

test('who has the Web Annotations and the sources beside them finds every place by number and by quotation, and comes to the text as people left it', async () => {
  const { pages, files } = await exported('emended');
  const all = files('annotations');
  for (const { path, source, tree } of pages) {
    const [stem] = path.split('.txt');
    const document = JSON.parse(all[`${stem}.jsonld`]!) as { readonly total: number; readonly first: { readonly items: readonly Item[] } };
    const { items } = document.first;
    expect([document.total, all[path]]).toEqual([items.length, source]);
    const points = Array.from(source);
    const value = ({ body }: Item, purpose: string) => body.find((each) => each.purpose === purpose)?.value;
    const placesOf = ({ target }: Item) => [target].flat().map((each) => {
      expect(decodeURIComponent(each.source)).toBe(basename(path));
      const { start, end, exact, prefix, suffix } = Object.assign({}, ...each.selector) as Selector;
      expect([exact, prefix, suffix]).toEqual([points.slice(start, end), points.slice(Math.max(0, start - 16), start), points.slice(end, end + 16)].map((part) => part.join('')));
      return { start, end };
    });
    const changes = items.filter(({ motivation }) => motivation === 'editing').map((item) => ({ ...placesOf(item)[0]!, put: value(item, 'editing')!, by: item.creator }));
    /** The text of some places with the changes made in them. */
    const emended = (places: readonly { readonly start: number; readonly end: number }[]) => places.map(({ start, end }) => {
      let [text, at] = ['', start];
      for (const change of changes.filter((each) => each.start >= start && each.end <= end).toSorted((a, b) => a.start - b.start)) {
        text += points.slice(at, change.start).join('') + change.put;
        at = change.end;
      }
      return text + points.slice(at, end).join('');
    }).join('');
    const passages = items.filter(({ motivation }) => motivation === 'classifying').map((item) => ({ role: value(item, 'classifying'), text: emended(placesOf(item)), isAside: value(item, 'identifying') === undefined }));
    const told = (list: readonly Passage[], isAside: boolean) => list.map((passage) => ({ role: passage.role, text: words(source, passage, 'emended'), isAside }));
    expect(passages).toEqual([...tree.articles.flatMap((article) => told(article.passages, false)), ...told(tree.aside, true)]);
    expect(changes.map(({ put, by }) => [put, by])).toEqual(path === FIRST ? [['低', { type: 'Person', name: 'Editor' }], ['，一遍又一遍。', { type: 'Person', name: 'Editor' }]] : []);
  }
});
