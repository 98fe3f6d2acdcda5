import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Reply } from '#contract/calls.ts';
import { languageFrom } from '#core/checks/judged.ts';
import { openFindings, textsIn } from '#core/checks/run.ts';
import { countOfWord, countOfWords } from '#core/language/word-grams.ts';
import { markedUpText, readPieces } from '#core/model/reading.ts';
import { openEngine } from '../engine.ts';
import type { Engine } from '../engine.ts';
import { RESOURCES } from '../ingest/testing/fixture.ts';
import { layoutOf } from '../project/layout.ts';
import { loadIssue } from '../project/issues.ts';
import { issueAt, must, once, temporaryProject } from '../testing/project.ts';
import type { Place } from '../testing/project.ts';
import { readLanguageFile } from './language-file.ts';
import { APPROVED_WEIGHT, readLanguageHead } from './language-head.ts';
import { isOutgrown } from './language-keeper.ts';

const DAYS = '一二三四五六七八九十';

/** A page of a made-up paper: how its reporter is spelt, and what the pier is called. */
const page = (day: number, reporter = '方未晴', pier = '渡口') => `清河渡口第${DAYS[day]}班船今早开航

本报讯（记者 ${reporter}）清河${pier}今天恢复通航，老船工天不亮就起来擦船。清河渡口停航已有两个月，两岸居民都说方便多了。

清河渡口的老船工告诉记者，今年水位比往年高，开船要更加小心。
`;

const ODD = 8;
const PAGES = [...Array.from({ length: ODD }, (_, day) => page(day)), page(ODD, '方末晴', '渡曰')];

function placeWith(pages: readonly string[] = PAGES): Place {
  const place = temporaryProject();
  for (const [at, text] of pages.entries()) writeFileSync(join(place.folder, `${at}.txt`), text);
  return place;
}

async function open({ base, folder, projectPath }: Place): Promise<Engine> {
  const engine = must(await openEngine({ projectPath, folder, resourcesPath: RESOURCES, logPath: join(base, 'engine.log'), editor: 'Editor', watch: false }));
  onTestFinished(() => engine.close());
  await engine.settled();
  return engine;
}

const odd = (engine: Engine) => issueAt(engine, `${ODD}.txt`);
const textsOf = (engine: Engine, issue: number) => {
  const { source, articles } = loadIssue(engine.store, issue)!.issue;
  return articles.flatMap((article) => textsIn(source, article)).map(({ text }) => text);
};
const asked = async (engine: Engine, issue = odd(engine), texts = textsOf(engine, issue)): Promise<Reply<'language.judge'>> => must(await engine.call('language.judge', { issue, texts }));
const told = async (engine: Engine, issue = odd(engine)) => (await asked(engine, issue)).judged.flatMap((one) => [
  ...(one?.misreadings.map(({ read, meant }) => `${read} for ${meant}`) ?? []), ...(one?.variants.map(({ read, meant }) => `${read.name} ${read.times} in ${read.pages}, ${meant.name} ${meant.times} in ${meant.pages}`) ?? []),
]);
const found = async (engine: Engine, issue = odd(engine)) => must(await engine.call('library.pages', { filter: {}, sort: [], offset: 0, limit: 100 })).rows.find((row) => row.issue === issue)!.findings;

test('a look-alike and a name spelt otherwise are told once the archive is counted, and counted in the library', async () => {
  const engine = await open(placeWith());
  expect(await asked(engine)).toEqual({ version: null, judged: textsOf(engine, odd(engine)).map(() => null) });
  const before = await found(engine);
  const versions: string[] = [];
  engine.on((event, payload) => {
    if (event === 'language.changed') versions.push((payload as { version: string }).version);
  });
  await engine.context.language.settled();
  expect(await told(engine)).toEqual(['曰 for 口', '方末晴 1 in 1, 方未晴 8 in 8']);
  expect(await found(engine) - before).toBe(2);
  expect(await told(engine, issueAt(engine, '0.txt'))).toEqual([]);
  engine.context.events.flush();
  expect(versions).toEqual([readLanguageHead(layoutOf(engine.context.layout.root).language)!.version]);
});

/** What is read on the odd page, and what should be. */
const mends = { 'look-alike': ['曰', '口'], name: ['末', '未'] } as const;

async function mend(engine: Engine, check: keyof typeof mends): Promise<void> {
  const { id, version, issue } = loadIssue(engine.store, odd(engine))!;
  const [read, meant] = mends[check];
  const passage = issue.articles.flatMap(({ passages }) => passages).find((one) => readPieces(issue.source, one.pieces, 'printed').includes(read))!;
  const at = markedUpText(issue.source, passage.pieces).indexOf(read);
  must(await engine.call('issue.edit', { once: once(), issue: id, version, label: 'mend', edits: [{ kind: 'replaceText', passage: passage.id, from: at, to: at + 1, put: { text: meant, why: { id: 'check.mended' } } }] }));
}

async function approve(engine: Engine): Promise<void> {
  const { id, version, issue } = loadIssue(engine.store, odd(engine))!;
  must(await engine.call('issue.edit', { once: once(), issue: id, version, label: 'approve', edits: issue.articles.map((article) => ({ kind: 'setStatus', article: article.id, status: 'approved' })) }));
}

test('what is mended is judged anew and no longer counted; what is dismissed is not, also after a restart and with a new index', async () => {
  const place = placeWith();
  const engine = await open(place);
  const before = await found(engine);
  await engine.context.language.settled();
  await mend(engine, 'look-alike');
  expect(await told(engine)).toEqual(['方末晴 1 in 1, 方未晴 8 in 8']);
  await engine.context.language.settled();
  expect(await found(engine) - before).toBe(1);

  const { id, version, issue } = loadIssue(engine.store, odd(engine))!;
  const answers = await asked(engine);
  const languages = new Map(textsOf(engine, id).map((text, at) => [text, languageFrom(answers.judged[at]!)]));
  const all = issue.articles.flatMap((article) => openFindings(issue.source, article, [], new Map(), (_, text) => languages.get(text) ?? null));
  const name = all.find(({ check }) => check === 'name');
  must(await engine.call('issue.settle', { once: once(), issue: id, version, label: 'dismiss', items: [{ kind: 'finding', subject: name!.id, verdict: 'wrong' }] }));
  expect(await found(engine)).toBe(before);
  await engine.close();

  rmSync(layoutOf(place.projectPath).index);
  const again = await open(place);
  expect(await told(again)).toEqual(['方末晴 1 in 1, 方未晴 8 in 8']); // what was counted is there; nothing has to be counted anew
  await again.context.language.settled();
  expect(await found(again)).toBe(before);
});

test('once corrections are approved, the statistics follow the text as emended', async () => {
  const engine = await open(placeWith());
  await engine.context.language.settled();
  const { version } = await asked(engine);
  const times = async () => {
    const { wordGrams } = (await readLanguageFile(layoutOf(engine.context.layout.root).language))!;
    return [countOfWord(wordGrams, '渡口'), countOfWords(wordGrams, '渡口', '停航')];
  };
  const printed = await times();
  await mend(engine, 'name');
  await engine.context.language.settled();
  expect((await asked(engine)).version).toBe(version); // nothing was approved, and a character is no tenth of the archive
  await approve(engine);
  await engine.context.language.settled();
  expect((await asked(engine)).version).not.toBe(version);
  expect(await times()).toEqual([printed[0]! + 3 * (APPROVED_WEIGHT - 1), printed[1]! + APPROVED_WEIGHT - 1]); // its words count threefold now: thrice 渡口, which once is read 渡曰
  expect(await told(engine, issueAt(engine, '0.txt'))).toEqual([]);
  const [answer] = (await asked(engine, issueAt(engine, '0.txt'), ['（记者 方末晴）'])).judged;
  expect(answer).toMatchObject({ misreadings: [], variants: [{ meant: { name: '方未晴', times: 9, pages: 9 }, read: { times: 1 } }] }); // nobody is called so any more but in this very text
});

test('what was counted outlives a restart, and is counted again where it was hurt', async () => {
  const place = placeWith();
  const first = await open(place);
  await first.context.language.settled();
  const { version } = await asked(first);
  await first.close();

  const { language } = layoutOf(place.projectPath);
  const counts: unknown[] = [];
  const second = await open(place);
  second.on((event) => event === 'language.changed' && counts.push(event));
  await second.context.language.settled();
  expect(await asked(second)).toMatchObject({ version });
  second.context.events.flush();
  expect(counts).toEqual([]);
  await second.close();

  truncateSync(language, 4_000);
  rmSync(layoutOf(place.projectPath).index);
  const third = await open(place);
  expect(await asked(third)).toMatchObject({ version: null });
  await third.context.language.settled();
  expect(await asked(third)).toMatchObject({ version });
  expect(await told(third)).toHaveLength(2);
});

test.each([[0, 0, false], [0, 5, true], [100, 109, false], [100, 110, true], [100, 90, true], [100, 91, false], [100, 0, false]])('an archive counted at %d is outgrown at %d: %s', (then, now, outgrown) => {
  expect(isOutgrown(then, now)).toBe(outgrown);
});
