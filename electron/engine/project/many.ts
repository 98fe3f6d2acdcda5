import type { AppError } from '#contract/app-error.ts';
import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Article, Status, TopicRef } from '#core/model/issue.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { Ahead } from './ahead.ts';
import type { Asker } from './ahead.ts';
import { decide } from './decide.ts';
import type { Act, Deciding } from './decide.ts';
import { FIELDS, packDeed } from './deed.ts';
import type { FieldValue, PackedDeed } from './deed.ts';
import { loadIssue, makeAct, saveTree } from './issues.ts';
import { addEffect, answered } from './journal.ts';
import { readMetadata } from './metadata.ts';
import { proveLedger } from './store.ts';
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

type Wanted = { readonly issue: IssueId; readonly ids: ReadonlySet<ArticleId> };
type Edited = { readonly articles: number; readonly version: number; readonly deed: PackedDeed; readonly bytes: Uint8Array; readonly before: string; readonly after: string };

/** Works the edits out ahead, page by page, and writes all of them down at once: one entry, one transaction. Until then it can be cancelled, and nothing was done. */
async function editMany(store: Store, act: Act, chosen: Chosen, asker: Asker | null, editOf: (article: Article) => Edit | null): Promise<Result<{ articles: number }, AppError>> {
  const wanted = Array.from(chosen, ([issue, ids]): Wanted => ({ issue, ids }));
  const ahead = new Ahead(store.db, (each: Wanted) => editOne(store, each, editOf));
  if (!store.readOnly && answered(store.db, act.once) === undefined && !(await ahead.prepare(wanted, asker))) return fail({ code: 'cancelled' });
  return decide(store, act, true, (deciding) => {
    let articles = 0;
    for (const each of wanted) {
      const edited = ahead.get(each);
      if (!edited.ok) return edited;
      if (edited.value) articles += putEdited(deciding, each.issue, edited.value);
    }
    return ok({ articles });
  });
}

function editOne(store: Store, { issue, ids }: Wanted, editOf: (article: Article) => Edit | null): Result<Edited | null, AppError> {
  const stored = loadIssue(store, issue);
  const edits = stored?.issue.articles.filter((article) => ids.has(article.id)).flatMap((article) => editOf(article) ?? []) ?? [];
  if (!stored || edits.length === 0) return ok(null);
  const made = makeAct(stored.issue, edits);
  if (!made.ok) return made;
  proveLedger(store, made.value.issue);
  const { bytes, inverse, before, after } = made.value;
  const deed = packDeed({ kind: 'edits', edits: made.value.edits, inverse });
  return ok({ articles: edits.length, version: stored.version, deed, bytes, before, after });
}

function putEdited(deciding: Deciding, issue: IssueId, { articles, version, deed, bytes, before, after }: Edited): number {
  const { tx, entry } = deciding;
  deciding.did(issue, addEffect(tx, { entry, standsFor: entry, issue, deed, before, after }));
  saveTree(tx, issue, version, bytes);
  return articles;
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
