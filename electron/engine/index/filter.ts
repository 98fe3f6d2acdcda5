import type { Column, Filter, IssueId } from '#contract/schemas/library.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { withBelow } from '#core/topics/tree.ts';
import type { TopicNode } from '#core/topics/tree.ts';
import type { Value } from '../db/database.ts';

/** A condition on `article`, with its values. */
export type Where = { readonly sql: string; readonly values: readonly Value[] };

/** What a filter needs to be told that index.db does not hold: the topics whose name holds a text, all topics there are, and which files are gone. */
export type Lookups = {
  readonly topicsNamed: (text: string) => readonly TopicRef[];
  readonly topics: () => readonly TopicNode[];
  readonly gone: () => ReadonlySet<IssueId>; // issues whose file is no longer there
};

const TEXT_COLUMNS = ['headline', 'byline', 'newspaper', 'edition', 'date', 'page', 'file', 'folder', 'status'] as const satisfies readonly Column[];
const NUMBER_COLUMNS = ['confidence', 'risk', 'findings', 'length'] as const satisfies readonly Column[];

const all = (parts: readonly (Where | null)[]): Where => {
  const there = parts.filter((part) => part !== null);
  return { sql: there.map(({ sql }) => `(${sql})`).join(' AND ') || '1', values: there.flatMap(({ values }) => values) };
};

/** That a column holds a text somewhere, letters of either case: LIKE, or where there are no letters what does the same several times as fast. */
function holds(column: string, text: string): Where {
  if (!/[a-z]/i.test(text)) return { sql: `instr(${column}, ?) > 0`, values: [text] };
  return { sql: `${column} LIKE ? ESCAPE '\\'`, values: [`%${text.replace(/[\\%_]/g, '\\$&')}%`] };
}

/** That an article, its headline or its byline holds a text. */
function hasText(text: string): Where {
  const [headline, byline, body] = ['headline', 'byline', 'body.text'].map((column) => holds(column, text)) as [Where, Where, Where];
  return {
    sql: `${headline.sql} OR ${byline.sql} OR EXISTS (SELECT 1 FROM article_text AS body WHERE body.id = article.id AND ${body.sql})`,
    values: [headline, byline, body].flatMap(({ values }) => values),
  };
}

/** The condition that a filter stands for. */
export function whereOf(filter: Filter, lookups: Lookups): Where {
  const { text, columns = {}, status, topics, exactTopics, untagged, otherwise, gone, folder, dateFrom, dateTo } = filter;
  const tagged = (wanted: readonly TopicRef[]) => taggedWith(exactTopics ? wanted : withBelow(lookups.topics(), wanted));
  return all([
    text ? hasText(text) : null,
    ...TEXT_COLUMNS.map((column) => {
      const wanted = columns[column];
      return wanted ? holds(column, wanted) : null;
    }),
    ...NUMBER_COLUMNS.map((column) => (columns[column] ? numberCondition(column, columns[column]) : null)),
    columns.topics ? tagged(lookups.topicsNamed(columns.topics)) : null,
    status ? { sql: 'status IN (SELECT value FROM json_each(?))', values: [JSON.stringify(status)] } : null,
    topics ? tagged(topics) : null,
    untagged ? { sql: `topics = '[]'`, values: [] } : null,
    otherwise ? { sql: 'issue IN (SELECT issue FROM otherwise)', values: [] } : null,
    gone ? { sql: 'issue IN (SELECT value FROM json_each(?))', values: [JSON.stringify([...lookups.gone()])] } : null,
    folder ? { sql: `folder = ? OR (folder >= ? AND folder < ?)`, values: [folder, `${folder}/`, `${folder}0`] } : null, // 0 follows /
    dateFrom ? { sql: 'date >= ?', values: [dateFrom] } : null,
    dateTo ? { sql: `date <> '' AND substr(date, 1, ?) <= ?`, values: [dateTo.length, dateTo] } : null,
  ]);
}

/** Tagged with any of these. With none of them given, nothing is. */
function taggedWith(topics: readonly TopicRef[]): Where {
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
