import type { AppError } from '#contract/app-error.ts';
import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Article, Status, TopicRef } from '#core/model/issue.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Asker } from './ahead.ts';
import { decide } from './decide.ts';
import type { Act } from './decide.ts';
import { FIELDS } from './deed.ts';
import type { FieldValue } from './deed.ts';
import { editPages } from './edit-pages.ts';
import { readMetadata } from './metadata.ts';
import type { Store } from './store.ts';

/** Articles chosen in the library, by issue. */
export type Chosen = ReadonlyMap<IssueId, ReadonlySet<ArticleId>>;

const sameTopic = (a: TopicRef) => (b: TopicRef) => a.scheme === b.scheme && a.id === b.id;

/** Adds and takes away topics of many articles at once. Articles that are tagged so already are left alone. Returns how many changed. */
export function setTopicsOfMany(store: Store, once: string, chosen: Chosen, add: readonly TopicRef[], remove: readonly TopicRef[], asker: Asker | null = null): Promise<Result<{ articles: number }, AppError>> {
  return editMany(store, { once, label: 'set-topics' }, chosen, asker, ({ id, topics }) => {
    const left = topics.filter((topic) => !remove.some(sameTopic(topic)));
    const next = [...left, ...add.filter((topic) => !left.some(sameTopic(topic)))];
    const same = next.length === topics.length && next.every((topic, index) => sameTopic(topic)(topics[index]!));
    return same ? null : { kind: 'setTopics', article: id, topics: next };
  });
}

/** Sets the status of many articles at once. Returns how many changed. */
export function setStatusOfMany(store: Store, once: string, chosen: Chosen, status: Status, asker: Asker | null = null): Promise<Result<{ articles: number }, AppError>> {
  return editMany(store, { once, label: 'set-status' }, chosen, asker, (article) => (
    article.status === status ? null : { kind: 'setStatus', article: article.id, status }
  ));
}

/** Edits the articles that `editOf` has an edit for. */
function editMany(store: Store, act: Act, chosen: Chosen, asker: Asker | null, editOf: (article: Article) => Edit | null): Promise<Result<{ articles: number }, AppError>> {
  const pages = Array.from(chosen, ([issue, ids]) => ({ issue, ids }));
  return editPages(store, act, pages, asker, ({ issue }, { ids }) => {
    const edits = issue.articles.filter((article) => ids.has(article.id)).flatMap((article) => editOf(article) ?? []);
    return { edits, told: edits.length };
  }, (counts) => ({ articles: counts.reduce((sum, count) => sum + count, 0) }));
}

/** Sets metadata of many issues at once; from then on it is a person's. Returns how many changed. */
export function setMetadataOfMany(store: Store, once: string, issues: Iterable<IssueId>, values: { readonly [K in keyof Metadata]?: Metadata[K] | undefined }, asker: Asker | null = null): Result<{ issues: number }, AppError> {
  if (asker?.signal.aborted) return fail({ code: 'cancelled' });
  return decide(store, { once, label: 'set-metadata' }, true, (deciding) => {
    let changed = 0;
    for (const issue of issues) {
      const now = readMetadata(deciding.tx.db, issue);
      if (!now) continue;
      const after: Record<string, FieldValue> = {};
      for (const field of FIELDS) {
        const value = values[field];
        if (value !== undefined && (now[field].value !== value || now[field].by !== 'person')) after[field] = { value, by: 'person' };
      }
      if (Object.keys(after).length === 0) continue;
      deciding.set(issue, { kind: 'metadata', before: {}, after });
      changed += 1;
    }
    return ok({ issues: changed });
  });
}
