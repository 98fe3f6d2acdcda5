import { expect, test } from 'vitest';
import { applyAll } from '../../edits/apply.ts';
import { issueOf, showIssue } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const issueWith = (text: string) => issueOf('a1 headline: 河边晚风', `a1 body: ${text}`);
const found = (text: string) => {
  const { source, articles } = issueWith(text);
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'furniture').map(({ range, messageId }) => `${range.from}-${range.to} ${messageId.slice('check.furniture.'.length)}`);
};

test.each([
  ['www.qinghe.example.com', ['0-22 address']],
  ['epaper.qinghe.com.cn', ['0-20 address']],
  ['bianji@qinghe.cn', ['0-16 address']],
  ['责编：柳一禾 版式：石磊 校对：裴大勇', ['0-19 staff']],
  ['本版编辑：柳一禾、石磊', ['0-11 staff']],
  ['2024年5月18日 星期六', ['0-14 folio']],
  ['清河晚报 第8版', ['0-8 folio']],
  ['A03', ['0-3 folio']],
  ['二〇二四年五月十八日 星期六 清河晚报', ['0-19 folio']],
  ['新闻热线：0352-5550123', ['0-17 desk']],
  ['投稿邮箱：bianji@qinghe.cn', ['0-21 desk']],
  ['国内统一刊号：CN 14-0000', ['0-17 imprint']],
  ['（下转第三版）', ['0-7 jump']],
  ['他沿着河堤走回家去。（下转第3版）', ['10-17 jump']],
  ['（上接第1版）河水一直涨到夜里。', ['0-7 jump']],
  ['河水一直涨到夜里才停。（责编：柳一禾）', ['11-19 staff']],
])('%s has %j', (text, marks) => {
  expect(found(text)).toEqual(marks);
});

test.each([
  '3.5', 'A.B', '编辑部的故事', '他在报社做编辑。', '编辑：一个人的河', '2024年5月18日', '清河县水利局 2024年5月18日', '1', '02', '周六见', '本报记者 柳一禾', '柳一禾 摄',
  '市民可拨打新闻热线0352-5550123，也可到现场反映。', '报名电话：0352-5550123', '责任编辑要把好关。', '下转弯处有座桥', '主编：柳一禾', '清河晚报创刊', '星期六的河', '这是第3版', '值班：周末也开门',
])('%s is left alone', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ['www.qinghe.example.com', ['a1 headline: 河边晚风', '- furniture: www.qinghe.example.com']],
  ['他走回家去。（下转第3版）', ['a1 headline: 河边晚风', 'a1 body: 他走回家去。-[（下转第3版）]']],
])('%s is set aside or struck when the suggestion is taken', (text, after) => {
  const issue = issueWith(text);
  const [finding] = findingsIn(issue.source, issue.articles[0]!, []);
  const next = applyAll(issue, finding!.suggestions.slice(0, 1));
  expect(next.ok && showIssue(next.value)).toEqual(after);
});
