import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { readPassage } from '#core/model/reading.ts';
import { pagesIn } from '../archive/count-pages.ts';
import { findCompanion } from '../companion/find.ts';
import { fileStore } from '../project/record.ts';
import { textHash } from '../project/source-store.ts';
import { issueAt, must, once, openOn, temporaryProject } from '../testing/project.ts';
import { loadCommonness } from './commonness.ts';
import { filesToCount } from './count-archive.ts';
import { startIngest } from './ingest.ts';
import { LARGE } from './plan.ts';
import { hashOf } from './read-bytes.ts';
import { fixture, pageText, RESOURCES } from './testing/fixture.ts';
import type { Fixture } from './testing/fixture.ts';
import { handClock } from './testing/hand-clock.ts';
import { lookAgain } from './walk.ts';

const own = (name: string) => readFileSync(join(import.meta.dirname, '../../../shared/core/parse/layout/fixtures', name), 'utf8');
const ALTO = own('south-town.alto.xml');
const TEXT = own('south-town.alto.xml.txt');

let f: Fixture;
beforeEach(() => {
  f = fixture();
});
afterEach(() => f.dispose());

test('layout files are read as pages, and those that are none say why', async () => {
  f.put('a.alto.xml', ALTO);
  f.put('b.xml', own('vertical.page.xml'));
  f.put('c.hocr', own('market.hocr.html'));
  f.put('d.HTML', own('market.hocr.html').replace('昨天', '今天'));
  f.put('e.xml', '<?xml version="1.0"?><mets:mets xmlns:mets="http://www.loc.gov/METS/"/>');
  f.put('f.xml', ALTO.slice(0, 2000));
  f.put('g.xml', ALTO.replace('ns-v3#', 'ns-v8#'));
  f.put('h.xml', '<alto><Layout/></alto>');
  f.put('i.xml', '');
  f.put('j.html', '<p>城南</p>');
  f.put('k.xml', `<!DOCTYPE alto [<!ENTITY a "城"><!ENTITY b "&a;&a;">]><alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT="&b;"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`);
  f.put('l.xml', Buffer.alloc(LARGE + 1, ' '));
  f.put('m.xml', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  f.put('n.json', '{}');
  await f.start().settled();
  expect(f.store.summary()).toEqual([
    'a.alto.xml read', 'b.xml read', 'c.hocr read', 'd.HTML read', 'e.xml problem:not-a-page', 'f.xml problem:malformed', 'g.xml problem:other-version', 'h.xml problem:empty',
    'i.xml problem:empty', 'j.html problem:not-a-page', 'k.xml problem:malformed', 'l.xml problem:too-large', 'm.xml problem:binary',
  ]);
  expect(f.store.rows.get('a.alto.xml')?.source).toBe(TEXT);
  expect(f.store.rows.get('b.xml')?.source).toBe(own('vertical.page.xml.txt'));
});

test('of several files that are one page one is read: the text, else XML; a page that was read stays one', async () => {
  f.put('1.txt');
  f.put('1.xml', ALTO);
  f.put('2.hocr', own('market.hocr.html'));
  f.put('2.alto.xml', ALTO);
  f.put('sub/1.xml', own('vertical.page.xml'));
  const ingest = f.start();
  await ingest.settled();
  const read = () => f.store.summary().filter((line) => line.endsWith(' read'));
  expect(read()).toEqual(['1.txt read', '2.alto.xml read', 'sub/1.xml read']);
  expect(f.store.rows.get('1.xml')?.problem).toBe('same-page');
  f.put('sub/1.txt');
  rmSync(f.at('1.txt'));
  await ingest.rescan();
  expect(read()).toEqual(['1.xml read', '2.alto.xml read', 'sub/1.txt read', 'sub/1.xml read']);
});

test('what an archive is like is told by the texts of layout files, however much their markup', () => {
  const padding = ' '.repeat(1_200_000);
  f.put('large.xml', ALTO.replace('<Layout>', `<!--${padding}--><Layout>`));
  f.put('large.txt', pageText(1) + padding);
  f.put('long.xml', ALTO.replace('书店一角。', '书店一角。'.repeat(300_000)));
  const items = ['large.xml', 'large.txt', 'long.xml'].map((path) => ({ ...lookAgain(f.folder, path)!, encoding: null, knownHash: null, told: null }));
  expect(filesToCount(items).map(({ path }) => path)).toEqual(['large.xml', 'long.xml']);
  expect([...pagesIn(f.folder, items, loadCommonness(RESOURCES))].map(({ text }) => text)).toEqual([TEXT]);
});

test('a page of ALTO is split by its headline, kept as its bytes, edited, scanned again, and its picture found', async () => {
  const place = temporaryProject();
  const at = (name: string) => join(place.folder, name);
  writeFileSync(at('清河晚报_20240518_03.alto.xml'), ALTO);
  writeFileSync(at('清河晚报_20240518_03.png'), 'a picture');
  const opened = async () => {
    const engine = await openOn(place);
    const ingest = startIngest({
      folder: place.folder, store: fileStore(engine.store), resourcesPath: RESOURCES, watch: false, signal: new AbortController().signal, clock: handClock(3_600_000),
      onProgress: () => undefined, onFolder: () => undefined, log: () => undefined,
    });
    onTestFinished(() => ingest.stop());
    await ingest.settled();
    return { engine, ingest };
  };
  const first = await opened();
  const issue = issueAt(first.engine, '清河晚报_20240518_03.alto.xml');
  const page = async ({ engine }: Pick<typeof first, 'engine'>) => must(await engine.call('issue.open', { issue }));
  const { source, tree, version } = await page(first);
  expect(source).toBe(TEXT);
  expect(tree.articles[0]!.passages.map((passage) => [passage.role, readPassage(source, passage, 'printed').slice(0, 6)])).toEqual([
    ['headline', '南坝书店 夜'], ['body', '本报讯（记者'], ['body', '店里摆着一本'], ['caption', '书店一角。'],
  ]);
  expect(must(await first.engine.call('library.rows', { offset: 0, limit: 9, filter: {}, sort: [] })).rows[0]).toMatchObject({ newspaper: '清河晚报', date: '2024-05-18', page: '03' });
  expect(findCompanion(place.folder, '清河晚报_20240518_03.alto.xml')?.name).toBe('清河晚报_20240518_03.png');
  must(await first.engine.call('issue.edit', { once: once(), issue, version, label: 'note', edits: [{ kind: 'setNote', article: tree.articles[0]!.id, note: 'seen' }] }));
  await first.engine.close();

  const again = await opened();
  expect(await page(again)).toMatchObject({ source: TEXT, tree: { articles: [{ note: 'seen' }] } });
  const { hash } = fileStore(again.engine.store).find('清河晚报_20240518_03.alto.xml')!;
  expect(Buffer.from(again.engine.store.sources.bytes(hash!)).toString()).toBe(ALTO);

  writeFileSync(at('清河晚报_20240518_03.alto.xml'), ALTO.replace('两个小时', '三个小时'));
  await again.ingest.rescan();
  expect(await page(again)).toMatchObject({ source: TEXT.replace('两个小时', '三个小时'), tree: { articles: [{ note: 'seen' }] } });
});

test('a file that an older Stet took for plain text keeps that text', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  const { sources } = engine.store;
  const bytes = Buffer.from(ALTO);
  const hash = hashOf(bytes);
  sources.keep([{ hash, bytes, encoding: 'utf-8', text: ALTO }]);
  sources.keep([{ hash, bytes, encoding: 'utf-8', text: TEXT, isLayout: true }]);
  expect(sources.text(hash, 'utf-8', textHash(ALTO))).toBe(ALTO);
  expect(sources.text(hash, 'utf-8', textHash(TEXT))).toBe(TEXT);
  expect(() => sources.text(hash, 'utf-8', textHash(pageText(1)))).toThrow();
  expect(Buffer.from(sources.bytesBehind(hash, 'utf-8')!).toString()).toBe(ALTO);
});
