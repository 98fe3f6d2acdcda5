import type { IssueId } from '#contract/schemas/library.ts';
import { IN_ORDER, judge, textKey } from '#core/checks/judged.ts';
import type { Judged } from '#core/checks/judged.ts';
import { languageOn } from '#core/checks/language.ts';
import type { ArchiveLanguage, PageLanguage } from '#core/checks/language.ts';
import { textsIn } from '#core/checks/run.ts';
import { archiveNames } from '#core/names/archive-names.ts';
import { listNames } from '#core/names/listed.ts';
import type { ListedName } from '#core/names/listed.ts';
import { registerOf } from '#core/names/register.ts';
import { writeArchiveFile } from '../archive/archive-file.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import { paced } from '../paced.ts';
import { readIssue } from '../project/issues.ts';
import { loadSuspectWeights } from '../words/archive-language.ts';
import { evidenceOf } from '../words/evidence.ts';
import { countLanguage } from './count-language.ts';
import type { Stores, ToCount } from './count-language.ts';
import { packLanguage, readLanguageFile } from './language-file.ts';
import type { CountedLanguage } from './language-file.ts';
import type { LanguageHead } from './language-head.ts';

/** What is said of a page's texts, each by its `textKey`; null: it is in order. `change`: the page's when it was looked at. */
export type JudgedPage = { readonly issue: IssueId; readonly change: number; readonly texts: Readonly<Record<string, Judged | null>> };

/** What those who judge texts are asked. An answer is null where the language was not counted, or what was counted cannot be read. */
export type JudgeTasks = {
  readonly count: { readonly ask: ToCount; readonly answer: LanguageHead | null }; // and keeps it; null: there is no page
  readonly judge: { readonly ask: { readonly issue: IssueId; readonly texts: readonly string[] }; readonly answer: { readonly version: string; readonly judged: readonly Judged[] } | null };
  readonly names: { readonly ask: null; readonly answer: { readonly version: string; readonly names: readonly ListedName[] } | null }; // of the people that credits name
  readonly pages: { readonly ask: { readonly issues: readonly IssueId[] }; readonly answer: { readonly version: string; readonly pages: readonly JudgedPage[] } | null }; // what is open on them
};
export type JudgeKind = keyof JudgeTasks;
export type JudgeTask = { readonly [K in JudgeKind]: { readonly kind: K; readonly ask: JudgeTasks[K]['ask'] } }[JudgeKind];

export type Judges = { readonly run: <K extends JudgeKind>(kind: K, ask: JudgeTasks[K]['ask']) => Promise<JudgeTasks[K]['answer']> };

/** `path`: where what is counted is kept. */
export type JudgesOptions = { readonly stores: Stores; readonly resourcesPath: string; readonly path: string };

type Loaded = { readonly counted: CountedLanguage; readonly language: ArchiveLanguage };
type Known = { readonly issue: IssueId; readonly hash: string; readonly language: PageLanguage; readonly judged: Map<string, Judged> };

const AT_HAND = 4; // pages somebody is at work on
const TEXTS = 2_000; // of one page, as it is typed

/** Those who judge texts by the language of their archive, which they read when they are first asked. */
export function makeJudges({ stores, resourcesPath, path }: JudgesOptions): Judges {
  let loading: Promise<Loaded | null> | null = null;
  let pages: Known[] = [];

  const ready = (counted: CountedLanguage): Loaded => {
    const { habits, names } = counted;
    const evidence = evidenceOf(resourcesPath, counted);
    return { counted, language: { evidence, weights: loadSuspectWeights(resourcesPath), habits, names: archiveNames(names, evidence, habits) } };
  };
  const loaded = () => (loading ??= readLanguageFile(path).then((counted) => counted && ready(counted)));

  const pageOf = ({ counted, language }: Loaded, issue: IssueId, hash: string, source: string): Known => {
    const there = pages.find((known) => known.issue === issue && known.hash === hash);
    const known = there ?? { issue, hash, language: languageOn(source, language, counted.printed.has(hash) ? 1 : 0), judged: new Map<string, Judged>() };
    pages = [known, ...pages.filter((one) => one !== there)].slice(0, AT_HAND);
    return known;
  };
  const judgedOn = ({ language, judged }: Known, text: string): Judged => {
    const there = judged.get(text);
    if (there) return there;
    if (judged.size >= TEXTS) judged.clear();
    const now = judge(text, language);
    judged.set(text, now);
    return now;
  };

  const count = async (ask: ToCount) => {
    const counted = await paced(countLanguage(stores, resourcesPath, ask));
    if (counted === null) return null;
    await writeArchiveFile(path, packLanguage(counted));
    loading = Promise.resolve(ready(counted));
    pages = [];
    return counted.head;
  };
  const judgeTexts = async ({ issue, texts }: JudgeTasks['judge']['ask']) => {
    const archive = await loaded();
    const stored = archive && readIssue(stores, issue);
    if (!archive || !stored) return null;
    const page = pageOf(archive, issue, stored.hash, stored.issue.source);
    return { version: archive.counted.head.version, judged: texts.map((text) => judgedOn(page, text)) };
  };
  const judgePages = async ({ issues }: JudgeTasks['pages']['ask']) => {
    const archive = await loaded();
    if (!archive) return null;
    const judged = await paced(judgingPages(issues, (issue, hash, source) => pageOf(archive, issue, hash, source)));
    return { version: archive.counted.head.version, pages: judged };
  };
  function* judgingPages(issues: readonly IssueId[], known: (issue: IssueId, hash: string, source: string) => Known): Generator<void, readonly JudgedPage[]> {
    const judged: JudgedPage[] = [];
    for (const issue of issues) {
      const change = stores.db.get<{ change: number }>('SELECT change FROM issue WHERE id = ?', issue)?.change;
      const stored = change === undefined ? null : unlessDamaged(() => readIssue(stores, issue));
      if (change === undefined || !stored) continue;
      const { source, articles } = stored.issue;
      const open = articles.filter(({ status }) => status !== 'approved').flatMap((article) => textsIn(source, article));
      const page = open.length === 0 ? null : known(issue, stored.hash, source);
      const texts: Record<string, Judged | null> = {};
      for (const { text } of open) {
        const said = judgedOn(page!, text);
        texts[textKey(text)] = said === IN_ORDER ? null : said;
        yield;
      }
      judged.push({ issue, change, texts });
    }
    return judged;
  }

  const names = async () => {
    const archive = await loaded();
    return archive && { version: archive.counted.head.version, names: listNames(archive.counted.names, { register: registerOf(archive.counted.names), ...archive.language.evidence }) };
  };

  const tasks: { readonly [K in JudgeKind]: (ask: JudgeTasks[K]['ask']) => Promise<JudgeTasks[K]['answer']> } = { count, judge: judgeTexts, names, pages: judgePages };
  return { run: (kind, ask) => tasks[kind](ask) };
}

function unlessDamaged<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error; // it is told when the page is opened
    return null;
  }
}
