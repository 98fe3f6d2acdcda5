import type { AppError } from '#contract/app-error.ts';
import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Article, Status, TopicRef } from '#core/model/issue.ts';
import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { decide } from './decide.ts';
import type { Deciding } from './decide.ts';
import { FIELDS } from './deed.ts';
import type { FieldValue } from './deed.ts';
import { loadIssue, makeEdits, saveTree } from './issues.ts';
import { addEffect } from './journal.ts';
import { readMetadata } from './metadata.ts';
import type { Store } from './store.ts';

/** Articles chosen in the library, by issue. */
export type Chosen = ReadonlyMap<IssueId, ReadonlySet<ArticleId>>;

const sameTopic = (a: TopicRef) => (b: TopicRef) => a.scheme === b.scheme && a.id === b.id;

/** Adds and takes away topics of many articles at once. Articles that are tagged so already are left alone. Returns how many changed. */
export function setTopicsOfMany(store: Store, once: string, chosen: Chosen, add: readonly TopicRef[], remove: readonly TopicRef[]): Result<{ articles: number }, AppError> {
  return editMany(store, { once, label: 'set-topics' }, chosen, ({ id, topics }) => {
    const left = topics.filter((topic) => !remove.some(sameTopic(topic)));
    const next = [...left, ...add.filter((topic) => !left.some(sameTopic(topic)))];
    const same = next.length === topics.length && next.every((topic, index) => sameTopic(topic)(topics[index]!));
    return same ? null : { kind: 'setTopics', article: id, topics: next };
  });
}

/** Sets the status of many articles at once. Returns how many changed. */
export function setStatusOfMany(store: Store, once: string, chosen: Chosen, status: Status): Result<{ articles: number }, AppError> {
  return editMany(store, { once, label: 'set-status' }, chosen, (article) => (
    article.status === status ? null : { kind: 'setStatus', article: article.id, status }
  ));
}

function editMany(store: Store, act: { once: string; label: string }, chosen: Chosen, editOf: (article: Article) => Edit | null): Result<{ articles: number }, AppError> {
  return decide(store, act, true, (deciding) => {
    let articles = 0;
    for (const [issue, ids] of chosen) {
      const done = editOne(deciding, issue, ids, editOf);
      if (!done.ok) return done;
      articles += done.value;
    }
    return ok({ articles });
  });
}

function editOne(deciding: Deciding, id: IssueId, ids: ReadonlySet<ArticleId>, editOf: (article: Article) => Edit | null): Result<number, AppError> {
  const { tx } = deciding;
  const stored = loadIssue(tx.store, id);
  const edits = stored?.issue.articles.filter((article) => ids.has(article.id)).flatMap((article) => editOf(article) ?? []) ?? [];
  if (!stored || edits.length === 0) return ok(0);
  const made = makeEdits(stored.issue, withFirstTouch(stored.issue, edits));
  if (!made.ok) return made;
  const { bytes, inverse, before, after } = made.value;
  const { entry } = deciding;
  const place = addEffect(tx, { entry, standsFor: entry, issue: id, deed: { kind: 'edits', edits: made.value.edits, inverse }, before, after });
  deciding.did(id, place);
  saveTree(tx, id, stored.version, bytes);
  tx.checkLedger(made.value.issue);
  return ok(edits.length);
}

/** Sets metadata of many issues at once; from then on it is a person's. Returns how many changed. */
export function setMetadataOfMany(store: Store, once: string, issues: Iterable<IssueId>, values: { readonly [K in keyof Metadata]?: Metadata[K] | undefined }): Result<{ issues: number }, AppError> {
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
