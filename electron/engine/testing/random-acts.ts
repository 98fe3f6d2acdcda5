import * as fc from 'fast-check';
import { articleId, passageId } from '#core/model/ids.ts';
import { STATUSES } from '#core/model/issue.ts';
import type { Issue } from '#core/model/issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { fileStore } from '../project/record.ts';
import { issueAt, must, once, readReport, record } from './project.ts';

const KINDS = ['tag', 'untag', 'settle', 'status', 'merge', 'text', 'aside', 'metadata', 'scheme', 'accept', 'link', 'unlink', 'new-version', 'undo', 'redo', 'mend'] as const;

/** Something that is done to a project. `which` says how; what cannot be done any more is refused, which is as good. */
export type Act = { readonly kind: (typeof KINDS)[number]; readonly page: number; readonly which: number };

/** Topics of the built-in scheme: one, and one that stands below another. */
export const [CULTURE, SCHOOL] = [{ scheme: 'medtop', id: 'medtop:01000000' }, { scheme: 'medtop', id: 'medtop:20000400' }] as const;

/** Acts on some pages, of all kinds or of those named. */
export const randomAct = (pages: readonly number[], kinds: readonly Act['kind'][] = KINDS): fc.Arbitrary<Act> =>
  fc.record<Act>({ kind: fc.constantFrom(...kinds), page: fc.constantFrom(...pages), which: fc.nat({ max: 3 }) });

/** What is read otherwise everywhere: what stands on all pages, what may have come of that, what is taken out, what there is on few. */
const MENDED = [['渡口', '码头'], ['码头', '渡'], ['声声', ''], ['乙', '丁']] as const;

/** A page of two articles for such acts. `word` is what another version of it differs in. */
export const actPage = (page: number, word: string, ...more: readonly string[]): Issue =>
  issueOf(`x${page} headline: 第${page}版${word}`, `x${page} body: 渡口停航${page}天`, `y${page} headline: 麦收`, `y${page} body: 马达${word}声声`, ...more);

/** Carries an act out. `path`: where the source file of a page lies; `pageOf`: the page with a word in it. */
export async function carryOut(engine: Engine, { kind, page, which }: Act, path: (page: number) => string, pageOf: (page: number, word: string) => Issue): Promise<void> {
  const issue = issueAt(engine, path(page));
  const { version } = must(await engine.call('issue.open', { issue }));
  const article = articleId(`${which % 2 === 0 ? 'x' : 'y'}${page}`);
  const edit = (label: string, edits: Parameters<typeof engine.call<'issue.edit'>>[1]['edits']) => engine.call('issue.edit', { once: once(), issue, version, label, edits });
  switch (kind) {
    case 'tag':
      return void (await engine.call('library.setTopics', { once: once(), selection: { filter: which < 2 ? { folder: path(page).split('/')[0]! } : {} }, add: [which % 2 === 0 ? CULTURE : SCHOOL], remove: [] }));
    case 'untag':
      return void (await engine.call('library.setTopics', { once: once(), selection: { articles: [article] }, add: [], remove: [CULTURE] }));
    case 'settle':
      must(await engine.call('issue.confirmAside', { once: once(), issue, version, confirmed: which % 2 === 0 }));
      return void must(await engine.call('issue.settle', { once: once(), issue, version: must(await engine.call('issue.open', { issue })).version, label: 'settle', items: [{ kind: 'boundary', subject: article, verdict: which < 2 ? 'right' : 'wrong' }] }));
    case 'status':
      return void (await edit('status', [{ kind: 'setStatus', article, status: STATUSES[which]! }]));
    case 'merge':
      return void (await edit('merge', [{ kind: 'mergeAbove', article: articleId(`y${page}`) }]));
    case 'text':
      return void (await edit('text', [{ kind: 'replaceText', passage: passageId('p1'), from: 0, to: 1, put: { text: '甲\uD800'.slice(0, 1 + (which % 2)), why: { id: 'typed' } } }]));
    case 'aside':
      return void (await edit('aside', [{ kind: 'setAside', moves: [{ passage: passageId('p3'), to: { article: null, after: null }, role: 'furniture' }] }]));
    case 'metadata':
      return void (await engine.call('library.setMetadata', { once: once(), selection: { filter: {} }, values: { edition: `第${which}版` } }));
    case 'scheme':
      return void must(await engine.call('topics.add', { once: once(), labels: { en: `own ${which}`, 'zh-Hans': `自${which}` } }));
    case 'accept':
      return void must(await engine.call('accepted.change', { once: once(), add: [{ scope: 'project', check: '', text: `词${which}` }], remove: [] }));
    case 'link': // to the page before, if there is one
      return linkBack(engine, { issue, article }, path, page, which);
    case 'unlink':
      return void (await engine.call('link.drop', { once: once(), issue, article, side: which < 2 ? 'next' : 'previous' }));
    case 'new-version':
      return record(engine, readReport(path(page), pageOf(page, '甲乙丙丁'[which]!)));
    case 'undo':
      return void (await engine.call('history.undo', { once: once(), issue: which < 3 ? issue : null }));
    case 'redo': // what is taken back just before, as there seldom is anything to do again
      await engine.call('history.undo', { once: once(), issue: null });
      return void (await engine.call('history.redo', { once: once(), issue: null }));
    case 'mend': {
      const [read, put] = MENDED[which]!;
      const question = { text: read, expression: false, exact: true, view: 'emended' as const, roles: [], filter: {}, newest: false };
      const { change } = must(await engine.call('concordance.find', { question, put, near: null, offset: 0, limit: 1 }));
      return void (await engine.call('concordance.change', { once: once(), question, put, change, chosen: { which: 'all', approved: which % 2 === 0, but: [], and: [] }, rule: false }));
    }
  }
}

async function linkBack(engine: Engine, to: { readonly issue: number; readonly article: ReturnType<typeof articleId> }, path: (page: number) => string, page: number, which: number): Promise<void> {
  const other = fileStore(engine.store).find(path(page - 1))?.issue;
  if (other !== undefined && other !== null) await engine.call('link.set', { once: once(), from: { issue: other, article: articleId(`${which < 2 ? 'x' : 'y'}${page - 1}`) }, to });
}
