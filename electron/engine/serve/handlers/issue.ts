import { fail, ok } from '#util/result.ts';
import { canTurn, editIssue, typeInIssue } from '../../project/edit-issue.ts';
import { filesOf, toIssueFile } from '../../project/files.ts';
import { loadIssue } from '../../project/issues.ts';
import { readMetadata } from '../../project/metadata.ts';
import { isAsideConfirmed, settledOn } from '../../project/settlements.ts';
import { write } from '../../project/store.ts';
import { dropUnplaced, toUnplacedEdit, unplacedOn } from '../../project/unplaced.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const issueHandlers: HandlersOf<CallsOf<'issue'>> = {
  'issue.open': ({ issue: id }, { store }) => {
    const stored = loadIssue(store, id);
    const metadata = readMetadata(store.db, id);
    if (!stored || !metadata) return fail({ code: 'no-such-issue' });
    const { source, ...tree } = stored.issue;
    const { newspaper, edition, date, page } = metadata;
    return ok({
      issue: id,
      version: stored.version,
      source,
      tree,
      decisions: stored.decisions(),
      metadata: {
        values: { newspaper: newspaper.value, edition: edition.value, date: date.value, page: page.value },
        origins: { newspaper: newspaper.by, edition: edition.by, date: date.by, page: page.by },
      },
      files: filesOf(store.db, id).map((file) => toIssueFile(store.db, file)),
      unplaced: unplacedOn(store.db, id).map(toUnplacedEdit),
      settled: [...settledOn(store.db, id, stored.machine)],
      asideConfirmed: isAsideConfirmed(store.db, id, tree),
      ...canTurn(store.db, id),
    });
  },

  'issue.find': async ({ article }, { indexer, library }) => {
    let issue = library.issueWith(article);
    if (issue === null) {
      await indexer.whole(); // it may be one of those that are not in yet
      issue = library.issueWith(article);
    }
    return issue === null ? fail({ code: 'no-such-article' }) : ok(issue);
  },

  'issue.edit': (request, { store }) => editIssue(store, request),

  'issue.settle': ({ items, ...request }, { store }) => editIssue(store, { ...request, edits: [], settle: items }),

  'issue.confirmAside': ({ confirmed, ...request }, { store }) => editIssue(store, { ...request, label: 'confirm-aside', edits: [], confirmAside: confirmed }),

  'issue.type': (request, { store }) => typeInIssue(store, request),

  'issue.meets': async ({ issue, pairs }, { store, reading }) => {
    const stored = loadIssue(store, issue);
    return stored ? ok(await reading.meets(stored.issue.source, pairs)) : fail({ code: 'no-such-issue' });
  },

  'issue.dropUnplaced': ({ issue, entry }, { store }) => write(store, (tx) => {
    dropUnplaced(tx, issue, entry);
    return ok(null);
  }),
};
