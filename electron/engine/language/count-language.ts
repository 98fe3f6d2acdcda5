import type { IssueId } from '#contract/schemas/library.ts';
import { habitsOf, suspicionsOf } from '#core/language/company.ts';
import type { Habits } from '#core/language/company.ts';
import { suspectsOf } from '#core/language/suspects.ts';
import { countingNames } from '#core/names/register.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import { readIssue } from '../project/issues.ts';
import type { SourceStore } from '../project/source-store.ts';
import { loadSuspectWeights } from '../words/archive-language.ts';
import { countTexts, evidenceOf } from '../words/evidence.ts';
import type { CountedLanguage } from './language-file.ts';
import { APPROVED_WEIGHT, toolsOf, versionOf } from './language-head.ts';
import { countedPage, mendedIn, pagesToCount } from './texts-to-count.ts';
import type { CountedPage, PageOfProject } from './texts-to-count.ts';

/** Where a project's pages are read. */
export type Stores = { readonly db: Database; readonly sources: SourceStore };

/** `approved`: the pages that have approved articles. `extent`: of the whole archive. */
export type ToCount = { readonly approved: readonly IssueId[]; readonly extent: number };

/** Counts the language of a project's pages, a page at a step. Null where there is no page. What it gives depends on the pages and what was decided on them alone. */
export function* countLanguage(stores: Stores, resourcesPath: string, { approved, extent }: ToCount): Generator<void, CountedLanguage | null> {
  const all = stores.db.all<PageOfProject>('SELECT issue.id, reading.hash FROM issue JOIN reading ON reading.id = issue.reading');
  const pages: CountedPage[] = [];
  const printed = new Set<string>();
  const habits = new Map<string, number>();
  const add = (more: Habits) => {
    for (const [key, sum] of more) habits.set(key, (habits.get(key) ?? 0) + sum);
  };
  for (const { id, hash } of pagesToCount(all, new Set(approved))) {
    yield;
    const issue = issueOf(stores, id);
    if (!issue) continue;
    const page = countedPage(issue);
    pages.push(page);
    if (page.printed !== '') printed.add(hash);
    if (page.approved !== '') add(mendedIn(issue));
  }
  if (pages.length === 0) return null;
  const counted = countTexts(resourcesPath, [...weighted(pages)]);
  yield;
  const weights = loadSuspectWeights(resourcesPath);
  const evidence = evidenceOf(resourcesPath, counted);
  for (const page of pages) {
    yield;
    if (page.printed !== '') add(habitsOf(suspicionsOf(suspectsOf(page.printed, evidence, 1), weights)));
  }
  const names = yield* countingNames(pages.map((page) => `${page.approved}\n${page.printed}`));
  return { head: { version: versionOf(toolsOf(resourcesPath), pages.flatMap(({ approved: emended, printed: plain }) => [emended, plain])), extent }, ...counted, habits, names, printed };
}

function issueOf(stores: Stores, id: IssueId): Issue | null {
  try {
    return readIssue(stores, id)?.issue ?? null;
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error; // one page whose bytes are hurt does not keep the others from being counted
    return null;
  }
}

function* weighted(pages: readonly CountedPage[]): Generator<string> {
  for (const { approved, printed } of pages) {
    yield* [printed, ...Array.from({ length: APPROVED_WEIGHT }, () => approved)].filter((text) => text !== '');
  }
}
