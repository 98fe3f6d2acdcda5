import { describe, expect, it } from 'vitest';
import { TopicModel, pairsOf } from './suggest.ts';
import type { Example } from './suggest.ts';

// Articles made of words of their own topic, words of others, and words of everyone's: hard enough that some are guessed wrong.
const WORDS: Readonly<Record<string, readonly string[]>> = {
  water: ['河道清淤', '水库蓄水', '堤坝加固', '引水渠道', '防汛物资', '渡口停航'],
  school: ['学校开学', '教师培训', '课堂改革', '学生食堂', '招生报名', '校园足球'],
  clinic: ['医院门诊', '疫苗接种', '医生下乡', '社区义诊', '药品价格', '护士值班'],
  market: ['菜市场改造', '农产品展销', '商户签约', '蔬菜供应', '物价平稳', '夜市开业'],
};
const COMMON = ['今天上午', '记者获悉', '有关部门', '群众欢迎', '会议要求', '本市召开', '进一步做好', '工作人员'];
const SHARE = [['water', 40], ['school', 25], ['clinic', 15], ['market', 10]] as const;

function generated(): readonly Example[] {
  let state = 20_240_518;
  const draw = (most: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const topics = Object.keys(WORDS);
  const word = (topic: string) => WORDS[topic]![draw(WORDS[topic]!.length)]!;
  return SHARE.flatMap(([topic, articles]) => Array.from({ length: articles }, () => {
    const words = [word(topic), ...(draw(3) > 0 ? [word(topic)] : []), word(topics[draw(4)]!), ...Array.from({ length: 5 }, () => COMMON[draw(COMMON.length)]!)];
    return { pairs: pairsOf(words.join('，')), topics: draw(8) === 0 ? [topic, topics[draw(4)]!] : [topic] };
  }));
}

describe('topics learned from tagged articles', () => {
  const examples = generated();
  const model = TopicModel.of(examples);
  const leftOut = examples.map(({ pairs, topics }) => ({ topics, found: model.suggest(pairs, 4, topics) }));

  it('are found in articles left out far oftener than the most frequent topic is right', () => {
    const right = leftOut.filter(({ topics, found }) => topics.includes(found[0]!.topic)).length;
    const frequent = examples.filter(({ topics }) => topics.includes('water')).length;
    expect(frequent).toBeGreaterThan(40);
    expect(right).toBeGreaterThan(frequent * 1.4);
    expect(right).toBeLessThan(examples.length); // or the test would be too easy to tell anything
  });

  it('come with a probability that is as often right as it says, on the whole and where it is high', () => {
    const told = leftOut.flatMap(({ topics, found }) => found.map(({ topic, probability }) => ({ probability, right: topics.includes(topic) ? 1 : 0 })));
    const gap = (list: typeof told) => Math.abs(list.reduce((sum, { probability, right }) => sum + probability - right, 0) / list.length);
    expect(gap(told)).toBeLessThan(0.03);
    const high = told.filter(({ probability }) => probability > 0.6);
    expect(high.length).toBeGreaterThan(40);
    expect(gap(high)).toBeLessThan(0.1);
  });

  it('come with pairs that others of the topic have', () => {
    const [best] = model.suggest(pairsOf('今天上午河道清淤完工，水库蓄水'), 1);
    expect(best).toMatchObject({ topic: 'water' });
    expect(best!.reasons.length).toBe(3);
    for (const reason of best!.reasons) {
      expect('河道清淤水库蓄水').toContain(reason.pair);
      expect(reason.with).toBe(examples.filter(({ pairs, topics }) => topics.includes('water') && pairs.includes(reason.pair)).length);
      expect(reason.of).toBe(examples.filter(({ topics }) => topics.includes('water')).length);
    }
  });

  it('are none where there is nothing to learn from, or a topic has too few', () => {
    expect(TopicModel.of([]).suggest(['河道'], 5)).toEqual([]);
    expect(TopicModel.of([{ pairs: ['河道'], topics: ['a'] }, { pairs: ['学校'], topics: ['b'] }]).suggest(['河道'], 5)).toEqual([]);
  });
});

it('pairs are of characters that stand together', () => {
  expect(pairsOf('河道，清淤。A股3月 河道')).toEqual(['河道', '清淤', 'a股', '股3', '3月']);
});
