import type { IssueId } from '#contract/schemas/library.ts';
import type { Holdings } from '#contract/schemas/holdings.ts';
import { STATUSES } from '#core/model/issue.ts';
import type { Status, TopicRef } from '#core/model/issue.ts';
import type { TopicNode } from '#core/topics/tree.ts';
import type { Database } from '../db/database.ts';
import { throughArticles } from './stretches.ts';
import { countTopics } from './topic-counts.ts';

type Stored = { readonly id: number; readonly issue: IssueId; readonly date: string; readonly status: Status; readonly topics: string; readonly length: number; readonly corrections: string };

/** Counts what a corpus holds: the articles that `shows` (null: all of them), looked through in stretches. */
export async function countHoldings(db: Database, shows: ((id: number) => boolean) | null, known: readonly TopicNode[]): Promise<Holdings> {
  const issues = new Set<IssueId>();
  const [months, topics, corrections] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const status = Object.fromEntries(STATUSES.map((each) => [each, 0])) as Record<Status, number>;
  let [articles, characters] = [0, 0];
  await throughArticles(db, (from, to) => {
    for (const row of db.all<Stored>('SELECT id, issue, date, status, topics, length, corrections FROM article WHERE id BETWEEN ? AND ?', from, to)) {
      if (shows?.(row.id) === false) continue;
      articles += 1;
      characters += row.length;
      issues.add(row.issue);
      status[row.status] += 1;
      add(months, row.date.slice(0, 'YYYY-MM'.length), 1);
      add(topics, row.topics, 1);
      if (row.corrections !== '') for (const [kind, count] of Object.entries(JSON.parse(row.corrections) as Record<string, number>)) add(corrections, kind, count);
    }
  });
  const sets = Array.from(topics, ([set, count]) => ({ topics: JSON.parse(set) as TopicRef[], articles: count }));
  return {
    articles,
    issues: issues.size,
    characters,
    months: sorted(months).map(([month, count]) => ({ month, articles: count })),
    status,
    topics: countTopics(sets, known),
    untagged: topics.get('[]') ?? 0,
    corrections: sorted(corrections).map(([kind, count]) => ({ kind, count })),
  };
}

const add = (counts: Map<string, number>, key: string, count: number): void => void counts.set(key, (counts.get(key) ?? 0) + count);

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
