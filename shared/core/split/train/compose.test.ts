import { describe, expect, it } from 'vitest';
import { blockText, parseBlocks } from '../../parse/blocks.ts';
import { composePages } from './compose.ts';
import { goldOf } from './truth.ts';

const story = (name: string) => [`${name}渡口通航`, `${name}渡口今天通航，老船工开出了第一`, `班船，两岸的人都来看。`];
const NAMES = ['东', '西', '南', '北', '上', '下', '前', '后', '左', '右', '内', '外'];

/** A page of articles: a headline and one paragraph cut in two. */
const page = {
  source: NAMES.flatMap(story).join('\n\n'),
  truth: {
    blocks: NAMES.flatMap((_, i) => [
      { index: 3 * i, role: 'headline' as const, continues: null },
      { index: 3 * i + 1, role: 'body' as const, continues: 3 * i + 2 },
      { index: 3 * i + 2, role: 'body' as const, continues: null },
    ]),
    articles: NAMES.map((_, i) => ({ blocks: [3 * i, 3 * i + 1, 3 * i + 2] })),
  },
};

const storiesOf = (pages: ReturnType<typeof composePages>) =>
  pages.flatMap(({ source, truth }) => {
    const texts = parseBlocks(source).map((block) => blockText(source, block));
    return truth.articles.map(({ blocks }) => blocks.map((block) => texts[block]!));
  });

describe('composePages', () => {
  it('deals every article once a round, whole and in another order', () => {
    const stories = storiesOf(composePages([page], 2));
    const wanted = NAMES.map(story);
    expect(stories.map(String).sort()).toEqual([...wanted, ...wanted].map(String).sort());
    expect(stories.map(String).slice(0, NAMES.length)).not.toEqual(wanted.map(String));
  });

  it('keeps paragraphs that go on, and is the same every time', () => {
    const pages = composePages([page], 1);
    for (const { truth } of pages) {
      expect(goldOf(truth).ok).toBe(true);
      for (const { blocks } of truth.articles) expect(truth.blocks[blocks[1]!]!.continues).toBe(blocks[2]);
    }
    expect(composePages([page], 1)).toEqual(pages);
  });

  it('breaks a long article into lines of verse', () => {
    const prose = Array.from({ length: 12 }, (_, i) => `老船工说第${i}天，渡口通航了。`).join('');
    const taught = {
      source: `渡口\n\n${prose}`,
      truth: { blocks: [{ index: 0, role: 'headline' as const, continues: null }, { index: 1, role: 'body' as const, continues: null }], articles: [{ blocks: [0, 1] }] },
    };
    const [lines] = storiesOf(composePages([taught], 1));
    expect(lines![0]).toBe('渡口');
    expect(lines!.length).toBe(25);
    expect(lines!.slice(1).every(({ length }) => length <= 14)).toBe(true);
  });
});
