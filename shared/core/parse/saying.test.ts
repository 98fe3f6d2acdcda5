import { describe, expect, it } from 'vitest';
import { introduces, isSaying } from './saying.ts';

describe('who said it', () => {
  it.each([
    ['守塔人陆见秋说。', true],
    ['她笑着表示。', true],
    ['船厂工会主席葛远山告诉记者。', true],
    ['说。', false], // nobody
    ['灯塔亮了。', false],
    ['守塔人陆见秋说', false],
    ['守塔人陆见秋说，灯塔明年换新灯。', false],
    ['“灯塔明年换新灯。”守塔人陆见秋说。', false], // the words themselves are there
  ])('%s is no more than that: %s', (text, expected) => {
    expect(isSaying(text)).toBe(expected);
  });

  it.each([
    ['守塔人陆见秋说：', '“灯塔明年换新灯。”', true],
    ['守塔人陆见秋告诉记者:', '「灯塔明年换新灯。」', true],
    ['守塔人陆见秋说：', '灯塔明年换新灯。', false],
    ['换灯分三步：', '“望、拆、装”，一步也不能少。', false],
    ['守塔人陆见秋说', '“灯塔明年换新灯。”', false],
    ['', '“灯塔明年换新灯。”', false],
  ])('%s announces %s: %s', (upper, lower, expected) => {
    expect(introduces(upper, lower)).toBe(expected);
  });
});
