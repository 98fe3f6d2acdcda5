import { createHash } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Decision } from '#core/model/decision.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Article, Passage, TopicRef } from '#core/model/issue.ts';
import type { Role } from '#core/model/role.ts';
import { randomFrom } from '../ingest/testing/word-pages.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { FileReport } from '../project/file-store.ts';
import { setStatusOfMany, setTopicsOfMany } from '../project/many.ts';
import type { Chosen } from '../project/many.ts';
import { fileStore } from '../project/record.ts';
import type { Store } from '../project/store.ts';

/** Articles on every generated page. */
export const ON_A_PAGE = 11;

const BATCH = 100; // pages recorded in one transaction
const PAGES_A_DAY = 8;
const TOPICS: readonly TopicRef[] = ['01000000', '04000000', '06000000', '07000000', '11000000', '14000000', '15000000'].map((id) => ({ scheme: 'medtop', id: `medtop:${id}` }));

const PLACES = ['石桥街道', '柳湾镇', '东塘社区', '南渡口', '青枫里', '水磨坊', '北岭村', '百花巷', '西闸口', '运河边', '老船厂', '新安路'];
const WHO = ['居民', '志愿者', '菜农', '社区医生', '退休教师', '护河员', '小店店主', '公交司机', '学生家长', '检修工人', '读书会成员', '种粮大户'];
const WHAT = ['修好了漏水的屋顶', '把旧仓库改成书屋', '商量加装电梯的办法', '清出两船水草', '给古树做了体检', '换上节能路灯', '办起周末集市', '抢收早稻', '教老人用手机挂号', '补种护坡林', '查看水位', '排练秋天的合唱'];
const WHEN = ['昨天上午', '入夏以来', '上周末', '连日来', '雨停之后', '开学前夕', '天刚亮时', '节后第一天'];
const MORE = ['大家说，这件事盼了很久', '围观的人帮着递工具', '记录本上写满了名字', '忙到中午才歇下来', '费用由几家分摊', '下个月还要再来一次', '孩子们在一旁数数', '隔壁也来问怎么做', '有人带来了自家的茶水', '验收的人看得很细'];

/** A page made up of sentences of our own, the same for the same number, with a reading of it such as the machine makes. */
export type GeneratedPage = { readonly path: string; readonly bytes: Uint8Array; readonly report: Extract<FileReport, { kind: 'read' }> };

type Part = { readonly role: Role; readonly text: string };

/** Page `at` (from 0); doubts come in every degree. `modified` in milliseconds. */
export function generatedPage(at: number, { splitter = 'generated', modified = 1_700_000_000_000 }: { readonly splitter?: string; readonly modified?: number } = {}): GeneratedPage {
  const random = randomFrom(at + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const sentence = () => `${pick(WHEN)}，${pick(PLACES)}的${pick(WHO)}${pick(WHAT)}，${pick(MORE)}。`;
  const paragraph = (n: number) => `${n === 0 ? '本报讯（记者 林一舟）' : ''}${Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join('')}`;
  const texts = Array.from({ length: ON_A_PAGE }, (_, k): readonly Part[] => [
    { role: 'headline', text: `${pick(PLACES)}${pick(WHO)}${pick(WHAT)}（${at}之${k + 1}）` },
    ...Array.from({ length: 2 + Math.floor(random() * 5) }, (__, n): Part => ({ role: 'body', text: paragraph(n) })),
  ]);
  const source = texts.map((article) => article.map(({ text }) => text).join('\n\n')).join('\n\n\n');
  const bytes = Buffer.from(source, 'utf8');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const decisions: Decision[] = [];
  const unsure = (least: number) => Math.round((least + (1 - least) * random() ** 0.3) * 1000) / 1000;
  let from = 0;
  const articles = texts.map((parts): Article => {
    const passages = parts.map(({ role, text }): Passage => {
      const range = { from: source.indexOf(text, from), to: source.indexOf(text, from) + text.length };
      from = range.to;
      const id = passageId(`p-${hash.slice(0, 16)}-${range.from}`);
      if (role === 'headline') decisions.push({ subject: id, kind: 'boundary', confidence: unsure(0.5), reasons: [] });
      decisions.push({ subject: id, kind: 'role', confidence: unsure(0.7), reasons: [] });
      return { id, role, pieces: [{ kind: 'kept', range }] };
    });
    return { id: articleId(passages[0]!.id.replace(/^p/, 'a')), status: 'new', topics: [], note: '', passages };
  });
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(at / PAGES_A_DAY)));
  const date = day.toISOString().slice(0, 10);
  const path = `${date.slice(0, 4)}/${date.slice(5, 7)}/水磨坊报_${date.replaceAll('-', '')}_${String((at % PAGES_A_DAY) + 1).padStart(2, '0')}.txt`;
  const page = { hash, encoding: 'utf-8', encodingOrigin: 'valid', encodingCandidates: ['utf-8'], source, tree: { articles, aside: [] }, decisions, splitter } as const;
  return { path, bytes, report: { kind: 'read', path, size: bytes.length, modified, bytes, page: { ...page, encodingCandidates: ['utf-8'] } } };
}

type Filling = { readonly folder?: string; readonly splitter?: string };

/**
 * Fills a project with `pages` generated pages through its own storage, as if its folder had been read: one page in seven has tagged articles, one in nine
 * approved ones. With `folder` their files are written there too, so that looking at the folder later finds them unchanged.
 */
export async function fillWithGenerated(store: Store, pages: number, { folder, splitter }: Filling = {}): Promise<void> {
  const files = fileStore(store);
  const approved: Marked = new Map();
  const tagged = TOPICS.map((): Marked => new Map());
  for (let begin = 0; begin < pages; begin += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, pages - begin) }, (_, k) => generatedPage(begin + k, splitter === undefined ? {} : { splitter }));
    files.record(batch.map((made) => (folder === undefined ? made.report : { ...made.report, modified: written(join(folder, made.path), made.bytes) })));
    for (const [k, { path, report }] of batch.entries()) {
      const at = begin + k;
      const issue = files.find(path)!.issue!;
      const ids = report.page.tree.articles.map(({ id }) => id);
      if (at % 9 === 0) approved.set(issue, new Set(ids.slice(0, -1)));
      if (at % 7 === 0) for (const [n, marked] of tagged.entries()) marked.set(issue, new Set(ids.filter((_, article) => (at / 7 + article * 3 + n) % TOPICS.length < 2)));
    }
  }
  await setStatusOfMany(store, 'generated-status', approved, 'approved');
  for (const [n, topic] of TOPICS.entries()) await setTopicsOfMany(store, `generated-topic-${n}`, tagged[n]!, [topic], []);
}

type Marked = Map<IssueId, ReadonlySet<Article['id']>> & Chosen;

function written(path: string, bytes: Uint8Array): number {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return statSync(path).mtimeMs;
}
