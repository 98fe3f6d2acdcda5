import { describe, expect, it } from 'vitest';
import { shapeOf } from '../parse/shape.ts';
import { type Following, truncationOf } from './truncation.ts';

const ids = (text: string) => truncationOf(shapeOf(text), 'no-text')?.reasons.map(({ id }) => id) ?? null;

describe('truncationOf', () => {
  it('names what is missing', () => {
    expect(ids('老船工说，渡口通航以后，孩子们上学再也不用绕到上游的石桥，一天能省下一个')).toEqual(['split.reason.no-final-mark']);
    expect(ids('老船工说：“渡口通航')).toEqual(['split.reason.no-final-mark', 'split.reason.quotation-open']);
    expect(ids('老船工说，渡口通航以后，孩子们上学再也不用绕到上游的石桥，一天能省下在')).toContain('split.reason.dangling-word');
  });

  it('is surer the less follows', () => {
    const sure = (following: Following) => truncationOf(shapeOf('老船工说，渡口通航以后，孩子们上学再也不用绕到上游的石桥，一天能省下一个'), following)!.confidence;
    expect(sure('text')).toBeLessThan(0.5);
    expect(sure('no-text')).toBeGreaterThan(0.5);
    expect(sure('end-of-page')).toBeGreaterThan(sure('no-text'));
  });

  it.each([
    '渡口今天通航，老船工天不亮就起来擦船，说这是他四十年里最盼的一天。',
    '老船工说：“渡口今天通航，我天不亮就起来擦船，这是我四十年里最盼的一天。”',
    '渡口今天通航，老船工天不亮就起来擦船，说这是他四十年里最盼的一天。本报记者 石磊',
    '月照清河水',
    '主要活动 第一项：渡船比赛 第二项：老船工讲故事 第三项：两岸学生合唱',
    '渡口通航（图）',
  ])('is silent about %s', (text) => {
    expect(ids(text)).toBeNull();
  });
});
