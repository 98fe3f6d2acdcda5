import { expect, test, vi } from 'vitest';
import { articleId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const water = { scheme: 'medtop', id: 'medtop:20000430' };
const school = { scheme: 'medtop', id: 'medtop:20000400' };

async function taught() {
  const engine = await openOn(temporaryProject());
  const texts = ['河道清淤完工', '学校开学迎新', '水库河道巡查', '学校食堂开放', '河道护岸加固', '学校操场翻新', '河道又见清水', '学校足球联赛'];
  texts.forEach((text, at) => record(engine, readReport(`${at}.txt`, issueOf(`a${at} headline: ${text}`, `a${at} body: 本报讯 ${text}，群众拍手叫好，记者昨天在现场看到这样的情景。`))));
  const tag = async (at: number, topic: typeof water) => must(await engine.call('library.setTopics', { once: once(), selection: { articles: [articleId(`a${at}`)] }, add: [topic], remove: [] }));
  for (const at of [0, 2, 4]) await tag(at, water);
  for (const at of [1, 3, 5]) await tag(at, school);
  return engine;
}

test('topics are suggested from what is tagged, with the pairs that speak for them; one the article has is not', async () => {
  const engine = await taught();
  const suggest = async (at: number) => must(await engine.call('topics.suggest', { issue: issueAt(engine, `${at}.txt`), article: articleId(`a${at}`) }));
  const [first] = await suggest(6);
  expect(first).toMatchObject({ topic: water });
  expect(first!.reasons[0]).toEqual({ pair: '河道', with: 3, of: 3 });
  expect((await suggest(7))[0]).toMatchObject({ topic: school });
  expect((await suggest(0)).map(({ topic }) => topic)).not.toContainEqual(water);
  expect(await engine.call('topics.suggest', { issue: issueAt(engine, '1.txt'), article: articleId('a6') })).toEqual({ ok: true, value: [] });
});

test('what was learned leaves memory when nobody asks, and is learned again', async () => {
  const engine = await taught();
  const { suggester } = engine.context;
  const ask = () => suggester.suggest(issueAt(engine, '6.txt'), articleId('a6'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const said = await ask();
    expect(suggester.holds).toBe(true);
    vi.advanceTimersByTime(30_000);
    expect(suggester.holds).toBe(false);
    expect(await ask()).toEqual(said);
  } finally {
    vi.useRealTimers();
  }
});
