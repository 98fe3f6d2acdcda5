import type { Column, Filter } from '#contract/schemas/library.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { withBelow } from '#core/topics/tree.ts';
import type { TopicNode } from '#core/topics/tree.ts';
import type { Value } from '../db/database.ts';

/** A condition on `article`, with its values. */
export type Where = { readonly sql: string; readonly values: readonly Value[] };

/** What a filter needs to be told: the condition that a row's text holds a text, the topics whose name does, and all topics there are. */
export type Lookups = {
  readonly withText: (text: string) => Where;
  readonly topicsNamed: (text: string) => readonly TopicRef[];
  readonly topics: () => readonly TopicNode[];
};

const TEXT_COLUMNS = ['headline', 'byline', 'newspaper', 'edition', 'date', 'page', 'file', 'folder', 'status'] as const satisfies readonly Column[];
const NUMBER_COLUMNS = ['confidence', 'risk', 'findings', 'length'] as const satisfies readonly Column[];

const all = (parts: readonly (Where | null)[]): Where => {
  const there = parts.filter((part) => part !== null);
  return { sql: there.map(({ sql }) => `(${sql})`).join(' AND ') || '1', values: there.flatMap(({ values }) => values) };
};

/** A text as a LIKE pattern that finds it anywhere. */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The condition that a filter stands for. */
export function whereOf(filter: Filter, lookups: Lookups): Where {
  const { text, columns = {}, status, topics, exactTopics, untagged, otherwise, folder, dateFrom, dateTo } = filter;
  const tagged = (wanted: readonly TopicRef[]) => taggedWith(exactTopics ? wanted : withBelow(lookups.topics(), wanted));
  return all([
    text ? lookups.withText(text) : null,
    ...TEXT_COLUMNS.map((column) => {
      const wanted = columns[column];
      return wanted ? { sql: `${column} LIKE ? ESCAPE '\\'`, values: [contains(wanted)] } : null;
    }),
    ...NUMBER_COLUMNS.map((column) => (columns[column] ? numberCondition(column, columns[column]) : null)),
    columns.topics ? tagged(lookups.topicsNamed(columns.topics)) : null,
    status ? { sql: 'status IN (SELECT value FROM json_each(?))', values: [JSON.stringify(status)] } : null,
    topics ? tagged(topics) : null,
    untagged ? { sql: `topics = '[]'`, values: [] } : null,
    otherwise ? { sql: 'issue IN (SELECT issue FROM otherwise)', values: [] } : null,
    folder ? { sql: `folder = ? OR (folder >= ? AND folder < ?)`, values: [folder, `${folder}/`, `${folder}0`] } : null, // 0 follows /
    dateFrom ? { sql: 'date >= ?', values: [dateFrom] } : null,
    dateTo ? { sql: `date <> '' AND substr(date, 1, ?) <= ?`, values: [dateTo.length, dateTo] } : null,
  ]);
}

/** The row holds a text, looked for in it: for those who look at few rows. */
export function holdsText(text: string): Where {
  const pattern = contains(text);
  return {
    sql: `EXISTS (SELECT 1 FROM article_text WHERE article_text.id = article.id AND text LIKE ? ESCAPE '\\') OR headline LIKE ? ESCAPE '\\' OR byline LIKE ? ESCAPE '\\'`,
    values: [pattern, pattern, pattern],
  };
}

/** Tagged with any of these. With none of them given, nothing is. */
export function taggedWith(topics: readonly TopicRef[]): Where {
  return {
    sql: `id IN (SELECT article FROM article_topic, json_each(?) AS wanted WHERE scheme = wanted.value ->> 'scheme' AND topic = wanted.value ->> 'id')`,
    values: [JSON.stringify(topics.map(({ scheme, id }) => ({ scheme, id })))],
  };
}

/** `>5`, `<=0.8`, `2..4` or a number; null while it is still being typed and says nothing. */
function numberCondition(column: string, wanted: string): Where | null {
  const text = wanted.trim().replace('≥', '>=').replace('≤', '<=').replace('＞', '>').replace('＜', '<');
  if (/\d{16}/.test(text)) return null; // no such number is in any column, nor can be bound
  const range = /^(-?\d+(?:\.\d+)?)\s*(?:\.\.|–|~)\s*(-?\d+(?:\.\d+)?)$/.exec(text);
  if (range) return { sql: `${column} BETWEEN ? AND ?`, values: [Number(range[1]), Number(range[2])] };
  const compared = /^(>=|<=|>|<|=)?\s*(-?\d+(?:\.\d+)?)$/.exec(text);
  return compared ? { sql: `${column} ${compared[1] ?? '='} ?`, values: [Number(compared[2])] } : null;
}
