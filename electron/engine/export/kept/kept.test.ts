import { mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from '#contract/schemas/library.ts';
import { EXPORTERS } from '#core/export/registry.ts';
import { STATUSES } from '#core/model/issue.ts';
import { articleId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { dice, editFor, kindOf } from '#core/testing/arbitrary-edit.ts';
import type { Dice } from '#core/testing/arbitrary-edit.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../../testing/project.ts';
import { exportProject } from '../export-project.ts';
import type { ExportOptions } from '../options.ts';
import { wantedBy } from '../wanted.ts';

const RUNS = Number(process.env['STET_RUNS'] ?? 6); // more of them for a thorough look: STET_RUNS=200 npx vitest run kept
const ACTS = ['edit', 'edit', 'edit', 'type', 'approve', 'undo', 'undo', 'redo', 'status', 'metadata', 'topics', 'label', 'aside', 'link', 'link', 'unlink', 'version', 'splitter', 'page', 'rename', 'reopen'] as const;
const FILTERS: readonly Filter[] = [{}, { status: ['approved', 'in-work'] }, { untagged: true }, { folder: 'a' }];

const step = fc.record({ kind: fc.constantFrom(...ACTS), page: fc.nat(2), roll: dice, other: arbitraryIssue });
const ways = fc.record({ filter: fc.constantFrom(...FILTERS), reading: fc.constantFrom('emended' as const, 'printed' as const), onlyWithId: fc.boolean() });

const isPlain = ({ source }: Issue) => !source.startsWith('\uFEFF');

/** A project whose pages are acted on at random, and its exports. */
class Project {
  readonly place = temporaryProject();
  readonly kept = join(this.place.base, 'kept');
  readonly #reports = new Map<string, Issue>();
  engine!: Engine;
  #serial = 0;

  async open(issues: readonly Issue[]): Promise<void> {
    this.engine = await openOn(this.place);
    issues.forEach((issue, page) => this.read(`a/清河晚报_2024051${page}_01.txt`, issue));
  }

  read(path: string, issue: Issue, splitter = 'test-1'): void {
    this.#reports.set(path, issue);
    mkdirSync(dirname(join(this.place.folder, path)), { recursive: true });
    writeFileSync(join(this.place.folder, path), issue.source);
    record(this.engine, readReport(path, issue, { splitter }));
  }

  async act(kind: (typeof ACTS)[number], page: number, roll: Dice, other: Issue): Promise<void> {
    const { engine } = this;
    const path = [...this.#reports.keys()][page % this.#reports.size]!;
    const issue = issueAt(engine, path);
    const { version, source, tree } = must(await engine.call('issue.open', { issue }));
    const serial = (this.#serial += 1);
    const names = { en: `topic ${roll[0]}`, 'zh-Hans': `题 ${roll[1]}` };
    switch (kind) {
      case 'edit':
      case 'type': {
        const edit = editFor({ source, ...tree }, kindOf(roll), roll, serial);
        if (!edit) return;
        if (kind === 'edit') await engine.call('issue.edit', { once: once(), issue, version, label: 'test', edits: [edit] as never });
        else await engine.call('issue.type', { once: once(), issue, version, run: once(), edits: [edit] as never });
        return;
      }
      case 'approve':
      case 'status': {
        const article = tree.articles[roll[0]! % Math.max(1, tree.articles.length)];
        const status = kind === 'approve' ? 'approved' : STATUSES[roll[1]! % STATUSES.length]!;
        if (article) await engine.call('issue.edit', { once: once(), issue, version, label: 'set-status', edits: [{ kind: 'setStatus', article: article.id, status }] });
        return;
      }
      case 'undo':
      case 'redo':
        await engine.call(`history.${kind}`, { once: once(), issue: roll[0]! % 2 === 0 ? issue : null });
        return;
      case 'metadata':
        must(await engine.call('library.setMetadata', { once: once(), selection: { articles: tree.articles.slice(0, 1).map(({ id }) => id) }, values: roll[0]! % 2 === 0 ? { page: String(roll[1]! % 20) } : { date: '2024-06' } }));
        return;
      case 'topics': {
        const topic = must(await engine.call('topics.add', { once: once(), labels: names }));
        const article = tree.articles[0];
        if (article) await engine.call('issue.edit', { once: once(), issue, version, label: 'set-topics', edits: [{ kind: 'setTopics', article: article.id, topics: [topic] }] as never });
        return;
      }
      case 'label': {
        const own = must(await engine.call('topics.list', {})).flatMap(({ editable, topics }) => (editable ? topics : []));
        const topic = own[roll[2]! % Math.max(1, own.length)];
        if (topic) must(await engine.call('topics.change', { once: once(), topic: { scheme: topic.scheme, id: topic.id }, labels: names }));
        return;
      }
      case 'aside':
        await engine.call('issue.confirmAside', { once: once(), issue, version, confirmed: roll[0]! % 3 > 0 });
        return;
      case 'link': {
        const other = issueAt(engine, [...this.#reports.keys()][roll[0]! % this.#reports.size]!);
        const there = must(await engine.call('issue.open', { issue: other })).tree;
        const [from, to] = [tree.articles[roll[1]! % Math.max(1, tree.articles.length)], there.articles[roll[2]! % Math.max(1, there.articles.length)]];
        if (from && to) await engine.call('link.set', { once: once(), from: { issue, article: from.id }, to: { issue: other, article: to.id } });
        return;
      }
      case 'unlink': {
        const [link] = must(await engine.call('link.of', { issue }));
        if (link) must(await engine.call('link.drop', { once: once(), issue, article: link.of, side: link.side }));
        return;
      }
      case 'version':
        return isPlain(other) ? this.read(path, other) : undefined;
      case 'splitter':
        return this.read(path, this.#reports.get(path)!, `test-${roll[0]! % 3}`);
      case 'page':
        return isPlain(other) ? this.read(['b/新.txt', 'a/0.txt', 'a/清河晚报_20240511_01'][roll[0]! % 3]!, other) : undefined;
      case 'rename': {
        const report = this.#reports.get(path)!;
        this.#reports.delete(path);
        rmSync(join(this.place.folder, path), { force: true });
        return this.read(`a/改名${serial}.txt`, report);
      }
      case 'reopen':
        await engine.close();
        this.engine = await openOn(this.place);
    }
  }

  /** Every file of an export, by its path. An export that is refused is its error. */
  async exported(more: Partial<ExportOptions>): Promise<Readonly<Record<string, string>>> {
    const { context: { store, library, layout, indexer } } = this.engine;
    const filter = more.filter ?? {};
    await indexer.whole();
    const target = join(this.place.base, 'corpus');
    rmSync(target, { recursive: true, force: true });
    const made = await exportProject(store, {
      projectDb: layout.project, watchedFolder: this.place.folder, target, formats: EXPORTERS.map(({ id }) => id), filter, wanted: await wantedBy(filter, { store, library }),
      reading: 'emended', bom: false, licence: '', pending: layout.exporting, version: '0.0.0', ...more,
    }, new AbortController().signal, () => {});
    return made.ok ? contents(target) : { error: JSON.stringify(made.error) };
  }
}

function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.toSorted().map((path) => [path.slice(folder.length), readFileSync(path).toString('base64')]));
}

test('whatever was done since the last export, one that takes from it what was kept is, byte by byte in every format, one that does not', { timeout: 240_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(arbitraryIssue.filter(isPlain), { minLength: 3, maxLength: 3 }), fc.array(step, { minLength: 3, maxLength: 5 }), ways, async (issues, steps, way) => {
    const project = new Project();
    await project.open(issues);
    await project.exported({ ...way, kept: project.kept });
    for (const { kind, page, roll, other } of steps) {
      await project.act(kind, page, roll, other);
      const kept = await project.exported({ ...way, kept: project.kept });
      expect(await project.exported(way)).toEqual(kept);
    }
    await project.engine.close();
  }), { numRuns: RUNS, endOnFailure: true });
});

const ISSUES = ['a1 headline: 甲\na1 body: 甲文。', 'b1 headline: 乙\nb1 body: 乙文。\n- banner: 栏', 'c1 body: 丙'].map((said) => issueOf(...said.split('\n')));

async function exportedOnce() {
  const project = new Project();
  await project.open(ISSUES);
  const plain = await project.exported({});
  await project.exported({ kept: project.kept });
  const file = (ending: string) => readdirSync(project.kept).filter((name) => name.startsWith('jsonl-') && name.endsWith(ending)).map((name) => join(project.kept, name))[0]!;
  return { project, plain, file };
}

test('what was kept is taken: a page that did not change is not read again', async () => {
  const { project, plain, file } = await exportedOnce();
  const bytes = readFileSync(file('.pages'), 'utf8');
  expect(bytes).toContain('甲文。');
  const index = readFileSync(file('.index'));
  expect(await project.exported({ kept: project.kept })).toEqual(plain);
  expect(readFileSync(file('.pages'), 'utf8')).toBe(bytes);
  expect(readFileSync(file('.index'))).toEqual(index);
});

test('a format that is exported later than others is kept beside them, and nothing is written twice', async () => {
  const { project, plain } = await exportedOnce();
  rmSync(project.kept, { recursive: true });
  const sizes = () => Object.fromEntries(Object.entries(contents(project.kept)).map(([path, bytes]) => [path, bytes.length]));
  let before: Readonly<Record<string, number>> = {};
  for (const { id } of EXPORTERS) {
    await project.exported({ kept: project.kept, formats: [id] });
    expect(sizes()).toMatchObject(before);
    before = sizes();
  }
  expect(Object.keys(before)).toHaveLength(2 * (EXPORTERS.length + 1));
  expect(await project.exported({ kept: project.kept })).toEqual(plain);
  expect(sizes()).toEqual(before);
});

test('what a page hangs on besides itself counts: names of topics, names of files beside it, ids, whatever the page itself says of it', async () => {
  const project = new Project();
  await project.open(ISSUES);
  const acts: readonly (readonly [(typeof ACTS)[number], number, Dice])[] = [
    ['topics', 0, [1, 1]], ['label', 0, [2, 2, 0]], ['page', 0, [2]], ['rename', 1, []], ['approve', 2, [0]], ['aside', 1, [1]], ['metadata', 1, [0, 7]], ['splitter', 2, [2]], ['label', 0, [3, 3, 0]], ['reopen', 0, []], ['undo', 0, [1]],
  ];
  await project.exported({ kept: project.kept, onlyWithId: true });
  await project.exported({ filter: { dateFrom: '2024-05-12' } }); // only the last page's articles have ids now
  for (const [kind, page, roll] of [['reopen', 0, []] as const, ...acts]) {
    await project.act(kind, page, roll, issueOf('d1 headline: 新', 'd1 body: 新文'));
    for (const onlyWithId of [true, false]) expect(await project.exported({ kept: project.kept, onlyWithId })).toEqual(await project.exported({ onlyWithId }));
  }
});

test('that articles are linked, and what becomes of the other one, makes both pages anew, and no other', async () => {
  const project = new Project();
  await project.open(ISSUES);
  const path = (page: number) => `a/清河晚报_2024051${page}_01.txt`;
  const end = (page: number, article: string) => ({ issue: issueAt(project.engine, path(page)), article: articleId(article) });
  const articles = async (more: Partial<ExportOptions> = {}) => {
    const [kept, anew] = [await project.exported({ kept: project.kept, ...more }), await project.exported(more)];
    expect(kept).toEqual(anew);
    return Buffer.from(anew['/jsonl/articles.jsonl']!, 'base64').toString().trim().split('\n').map((line) => JSON.parse(line) as Record<string, string>).map(({ article_id: id, continues_in: next, continued_from: previous }) => [id, next, previous]);
  };
  const [first] = [await articles()];
  const [a, b, c] = first.map(([id]) => id!);
  expect(first).toEqual([[a, '', ''], [b, '', ''], [c, '', '']]);
  must(await project.engine.call('link.set', { once: once(), from: end(0, 'a1'), to: end(1, 'b1') }));
  expect(await articles()).toEqual([[a, b, ''], [b, '', a], [c, '', '']]);
  const edit = async (page: number, edits: readonly unknown[]) => {
    const { issue } = end(page, '');
    const { version } = must(await project.engine.call('issue.open', { issue }));
    return must(await project.engine.call('issue.edit', { once: once(), issue, version, label: 'split', edits: edits as never }));
  };
  // The other article is no longer there: its page alone is another, but both say something else.
  await edit(1, [{ kind: 'setAside', moves: ['p1', 'p2'].map((passage) => ({ passage, to: { article: null, after: null }, role: 'furniture' })) }]);
  expect(await articles()).toEqual([[a, '', ''], [c, '', '']]);
  must(await project.engine.call('history.undo', { once: once(), issue: end(1, '').issue }));
  expect(await articles()).toEqual([[a, b, ''], [b, '', a], [c, '', '']]);
  // What a filter leaves out is named, as its id was given; TEI points at nothing that is not there.
  await edit(1, [{ kind: 'setStatus', article: 'b1', status: 'approved' }]);
  expect(await articles({ filter: { status: ['approved'] } })).toEqual([[b, '', a]]);
});

test('the other article gets its id before it is named, wherever its page stands, and none for being named', async () => {
  const project = new Project();
  await project.open(ISSUES);
  const end = (page: number, article: string) => ({ issue: issueAt(project.engine, `a/清河晚报_2024051${page}_01.txt`), article: articleId(article) });
  must(await project.engine.call('link.set', { once: once(), from: end(0, 'a1'), to: end(2, 'c1') }));
  const jsonl = async (more: Partial<ExportOptions>) => Buffer.from((await project.exported(more))['/jsonl/articles.jsonl']!, 'base64').toString();
  expect(await jsonl({ filter: { dateTo: '2024-05-11' } })).toContain('"continues_in":""'); // it does not leave, and has no id
  expect(await jsonl({})).toContain('"continues_in":"清河晚报-2024-05-12-01-01"');
  expect(await jsonl({ filter: { dateTo: '2024-05-11' } })).toContain('"continues_in":"清河晚报-2024-05-12-01-01"'); // now it has
});

test('what is damaged, cut off or gone is made again', async () => {
  const { project, plain, file } = await exportedOnce();
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes[at]! ^= 1;
    writeFileSync(path, bytes);
  };
  const blank = (path: string) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)); // as a power cut may leave what the disk was not waited for
  const harms = [
    () => blank(file('.pages')), () => blank(file('.index')), () => flip(file('.pages'), 60), () => flip(file('.index'), 40), () => truncateSync(file('.pages'), 50), () => truncateSync(file('.index'), 50), () => rmSync(file('.index')), () => rmSync(file('.pages')),
    () => rmSync(project.kept, { recursive: true }), () => writeFileSync(file('.pages'), ''),
  ];
  for (const harm of harms) {
    harm();
    expect(await project.exported({ kept: project.kept })).toEqual(plain);
    expect(await project.exported({ kept: project.kept })).toEqual(plain);
  }
});

test('what is mostly out of date goes, and where nothing can be kept the export is made all the same', async () => {
  const { project, plain, file } = await exportedOnce();
  for (let turn = 1; turn < 16; turn += 1) {
    for (let page = 0; page < 3; page += 1) await project.act('metadata', page, [0, turn, 0], ISSUES[0]!);
    await project.exported({ kept: project.kept });
  }
  expect(readFileSync(file('.pages')).length).toBeLessThan(5 * Buffer.from(plain['/jsonl/articles.jsonl']!, 'base64').length);
  writeFileSync(join(project.place.base, 'no-folder'), '');
  expect(await project.exported({ kept: join(project.place.base, 'no-folder') })).toEqual(await project.exported({}));
});
