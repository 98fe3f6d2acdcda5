import type { Status, TopicRef } from '../model/issue.ts';
import { keyOfTopic, withBelow } from '../topics/tree.ts';
import type { TopicNode } from '../topics/tree.ts';

/** Which articles leave: every part that is there must hold; an empty filter takes all. The same words as the library's, of which these need nothing but the page itself. */
export type ExportFilter = {
  readonly status?: readonly Status[];
  readonly topics?: readonly TopicRef[]; // any of them, or of what stands below them
  readonly exactTopics?: boolean; // these topics alone
  readonly untagged?: boolean;
  readonly folder?: string; // this one and those below it
  readonly dateFrom?: string; // YYYY, YYYY-MM or YYYY-MM-DD, as the next
  readonly dateTo?: string;
};

/** What a filter asks of a page and of an article on it. */
type OnPage = { readonly date: string; readonly sourceFile: string };
type Tagged = { readonly status: Status; readonly topics: readonly TopicRef[] };

export const FILTER_PARTS = ['status', 'topics', 'exactTopics', 'untagged', 'folder', 'dateFrom', 'dateTo'] as const satisfies readonly (keyof ExportFilter)[];

/** Whether a filter asks for nothing that needs an index to be answered. */
export function isExportFilter(filter: object): filter is ExportFilter {
  return Object.keys(filter).every((part) => FILTER_PARTS.some((known) => known === part));
}

/** Says of an article whether a filter takes it. `known`: the project's topics, for what stands below those asked for. An article without a date is in no stretch of time. */
export function takes(filter: ExportFilter, known: readonly TopicNode[]): (page: OnPage, article: Tagged) => boolean {
  const { status, topics, exactTopics, untagged, folder, dateFrom, dateTo } = filter;
  const wanted = topics && new Set((exactTopics ? topics : withBelow(known, topics)).map(keyOfTopic));
  const inFolder = (file: string) => !folder || file.startsWith(`${folder}/`);
  const inTime = (date: string) => (!dateFrom || date >= dateFrom) && (!dateTo || (date !== '' && date.slice(0, dateTo.length) <= dateTo));
  return (page, article) =>
    inFolder(page.sourceFile) && inTime(page.date)
    && (!status || status.includes(article.status))
    && (!wanted || article.topics.some((topic) => wanted.has(keyOfTopic(topic))))
    && (!untagged || article.topics.length === 0);
}

/**
 * Whether what stands aside leaves with its page: where an article of the page does, or everything does. Until a person has said that it belongs there
 * (`isConfirmed`) it is as new as an article that nobody looked at, and leaves only where those do.
 */
export function takesAside(filter: ExportFilter, isConfirmed: boolean, takesArticle: boolean): boolean {
  const isAll = Object.keys(filter).length === 0;
  return isAll || (takesArticle && (isConfirmed || !filter.status || filter.status.includes('new')));
}
