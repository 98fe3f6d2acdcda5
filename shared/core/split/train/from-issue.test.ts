import { describe, expect, it } from 'vitest';
import { applyAll } from '../../edits/apply.ts';
import { passageId } from '../../model/ids.ts';
import type { Issue } from '../../model/issue.ts';
import { issueOf } from '../../testing/notation.ts';
import { approvedPage } from './from-issue.ts';
import { goldOf } from './truth.ts';

const roles = (issue: Issue) => {
  const page = approvedPage(issue);
  return page.ok ? page.value.truth.blocks.map(({ role, continues }) => (continues === null ? role : `${role}→${continues}`)).join(' ') : page.error;
};
const articles = (issue: Issue) => {
  const page = approvedPage(issue);
  return page.ok ? page.value.truth.articles.map(({ blocks }) => blocks) : page.error;
};

/** The issue after its passage `lower` was joined with the one above. */
const joined = (issue: Issue, ...lower: readonly string[]): Issue => {
  const result = applyAll(issue, lower.map((passage) => ({ kind: 'join', passage: passageId(passage) })));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('approvedPage', () => {
  it('takes roles and articles from the tree', () => {
    const issue = issueOf('- banner: 渡口新闻', 'a1 kicker: 南岸街道', 'a1 headline: 渡口通航', 'a1 body: 今天通航。', 'a2 headline: 书屋开门', 'a2 body: 今天开门。', '- duplicate: 今天开门。');
    expect(roles(issue)).toBe('banner kicker headline body headline body duplicate');
    expect(articles(issue)).toEqual([[1, 2, 3], [4, 5]]);
  });

  it('knows paragraphs that go on, also around a caption, and reads the caption where it stands', () => {
    const issue = issueOf('a1 headline: 渡口通航', 'a1 body: 今天通航，两', 'a1 caption: 渡口', 'a1 body: 岸的人都来', 'a1 body: 看。');
    const together: Issue = { ...issue, articles: [{ ...issue.articles[0]!, passages: [0, 1, 3, 4, 2].map((index) => issue.articles[0]!.passages[index]!) }] };
    const page = joined(together, 'p4', 'p5');
    expect(page.articles[0]!.passages.map(({ role }) => role)).toEqual(['headline', 'body', 'caption']);
    expect(roles(page)).toBe('headline body→3 caption body→4 body');
    expect(articles(page)).toEqual([[0, 1, 2, 3, 4]]);
    const approved = approvedPage(page);
    expect(approved.ok && goldOf(approved.value.truth)).toMatchObject({ ok: true, value: { order: [0, 1, 2, 3, 4] } });
  });

  it('keeps the order a person gave to what stands elsewhere on the page', () => {
    const issue = issueOf('a1 headline: 渡口通航', 'a1 body: 今天通航，两', 'a2 headline: 书屋开门', 'a2 body: 今天开门。', 'a3 body: 岸的人都来看。');
    const [first, second, third] = issue.articles;
    const page: Issue = { ...issue, articles: [{ ...first!, passages: [...first!.passages, ...third!.passages] }, second!] };
    expect(articles(page)).toEqual([[0, 1, 4], [2, 3]]);
    expect(approvedPage(joined(page, 'p5'))).toMatchObject({ ok: true, value: { truth: { blocks: [{}, { continues: 4 }, {}, {}, {}] } } });
  });

  it('gives a block that holds two roles that of its longest part', () => {
    const issue = issueOf('a1 headline: 渡口通航', 'a1 body: 今天通航，两岸的人都来看。本报记者 何青');
    const cut = applyAll(issue, [{ kind: 'cutPassage', passage: passageId('p2'), at: 14, lower: { id: passageId('p9'), role: 'byline' } }]);
    expect(cut.ok && roles(cut.value)).toBe('headline body');
  });

  it('does not take corrections for cuts', () => {
    expect(roles(issueOf('a1 headline: 渡-[囗]+[口]通航', 'a1 body: 今-[大]+[天]通-[]航。'))).toBe('headline body');
  });

  it('reads an article on over furniture within its body', () => {
    expect(articles(issueOf('a1 headline: 渡口通航', 'a1 body: 今天。', '- furniture: 第三版', 'a1 body: 明天。', '- furniture: 第四版', 'a2 headline: 书屋', 'a2 body: 开门。'))).toEqual([[0, 1, 2, 3], [5, 6]]);
  });

  it('says why nothing can be learned from a page', () => {
    expect(roles(issueOf('- furniture: 第三版'))).toEqual({ code: 'no-articles' });
    expect(roles(issueOf('a1 byline: 何青', 'a1 kicker: 南岸'))).toEqual({ code: 'not-of-the-grammar', block: 0 });
    const glued = issueOf('a1 headline: 渡口', 'a1 body: 今天通航。书屋', 'a2 body: 书屋开门。');
    const cut = applyAll(glued, [
      { kind: 'cutPassage', passage: passageId('p2'), at: 5, lower: { id: passageId('p9'), role: 'headline' } },
      { kind: 'movePassages', moves: [{ passage: passageId('p9'), to: { article: glued.articles[1]!.id, after: null } }] },
    ]);
    expect(cut.ok && roles(cut.value)).toEqual({ code: 'block-shared', block: 1 });
  });
});
