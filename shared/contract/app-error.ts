import * as v from 'valibot';
import { count, passageIdSchema } from './schemas/model.ts';
import { pictureProblemSchema } from './schemas/companion.ts';
import { entryIdSchema } from './schemas/library.ts';
import { questionFaultSchema } from './schemas/search.ts';

/**
 * What can be foreseen to go wrong, as codes with data; the sentences live in the string files under `error.<code>`.
 * `bug` is what nobody foresaw: its stack is in the log under `id`.
 */
export const appErrorSchema = v.variant('code', [
  v.strictObject({ code: v.literal('bad-request'), where: v.string() }),
  v.strictObject({ code: v.literal('bug'), id: v.string() }),
  v.strictObject({ code: v.literal('cancelled') }),
  v.strictObject({ code: v.literal('engine-restarted') }), // the answer is unknown: ask again
  v.strictObject({ code: v.literal('no-project') }),
  v.strictObject({ code: v.literal('read-only') }), // another process writes to the project
  v.strictObject({ code: v.literal('read-only-disk') }), // it lies where nothing can be written
  v.strictObject({ code: v.literal('no-such-issue') }),
  v.strictObject({ code: v.literal('no-such-article') }),
  v.strictObject({ code: v.literal('link-on-one-page') }), // an article goes on on another page; on its own it is one article
  v.strictObject({ code: v.literal('link-goes-round') }), // it would go on where it comes from
  v.strictObject({ code: v.literal('no-such-file') }),
  v.strictObject({ code: v.literal('no-such-queue') }),
  v.strictObject({ code: v.literal('queue-name-taken'), name: v.string() }),
  v.strictObject({ code: v.literal('no-such-preset') }), // for exports
  v.strictObject({ code: v.literal('preset-name-taken'), name: v.string() }),
  v.strictObject({ code: v.literal('issue-moved-on'), version: count }), // edited from another place meanwhile
  v.strictObject({ code: v.literal('edit-refused'), edit: v.string(), passage: v.nullable(passageIdSchema) }), // edit: an EditError code
  v.strictObject({ code: v.literal('nothing-to-undo') }),
  v.strictObject({ code: v.literal('nothing-to-redo') }),
  v.strictObject({ code: v.literal('undo-stands-in-the-way'), entry: entryIdSchema, by: v.nullable(entryIdSchema) }),
  v.strictObject({ code: v.literal('pattern-invalid'), at: count }),
  v.strictObject({ code: v.literal('not-a-keys-file'), file: v.string() }),
  v.strictObject({ code: v.literal('folder-gone') }),
  v.strictObject({ code: v.literal('no-permission'), path: v.string() }),
  v.strictObject({ code: v.literal('disk-full') }),
  v.strictObject({ code: v.literal('disk-error') }), // the disk did not do what it was asked
  v.strictObject({ code: v.literal('target-exists'), path: v.string() }),
  v.strictObject({ code: v.literal('target-is-export'), path: v.string() }), // one of Stet's: it may be replaced
  v.strictObject({ code: v.literal('target-gone') }),
  v.strictObject({ code: v.literal('target-inside-source') }),
  v.strictObject({ code: v.literal('articles-without-id'), without: count, articles: count }), // of those to be exported from a project that cannot be written to
  v.strictObject({ code: v.literal('grant-unknown') }),
  v.strictObject({ code: v.literal('project-gone') }), // its folder was moved or deleted while it is open
  v.strictObject({ code: v.literal('project-damaged'), path: v.string() }), // of the damaged project.db, as it is kept
  v.strictObject({ code: v.literal('database-damaged'), file: v.string() }), // of the open project; found while it is in use
  v.strictObject({ code: v.literal('page-text-lost'), path: v.string() }), // with a damaged sources.db, and no file that was read since has it
  v.strictObject({ code: v.literal('page-tree-lost'), path: v.string() }), // damaged, with what it could be made of again
  v.strictObject({ // pages that cannot be read keep a corpus from being exported; again: how many of them the next opening may mend; pages: the first of them
    code: v.literal('pages-lost'), count, again: count, pages: v.array(v.strictObject({ path: v.string(), why: v.picklist(['text', 'tree', 'history']) })),
  }),
  v.strictObject({ code: v.literal('project-part-lost') }), // every page can be read, but not all that a project is rebuilt from
  v.strictObject({ code: v.literal('project-newer'), version: count }),
  v.strictObject({ code: v.literal('not-a-project'), path: v.string() }),
  v.strictObject({ code: v.literal('ledger-broken'), at: count }),
  v.strictObject({ code: v.literal('job-running') }),
  v.strictObject({ code: v.literal('too-few-pages'), pages: count, fewest: count }), // approved, to learn from
  v.strictObject({ code: v.literal('no-picture') }), // beside the page's text file
  v.strictObject({ code: v.literal('picture-unreadable'), why: pictureProblemSchema }),
  v.strictObject({ code: v.literal('scheme-file-syntax'), file: v.string(), line: count }), // from 1
  v.strictObject({ code: v.literal('scheme-file-columns'), file: v.string() }), // a table without names
  v.strictObject({ code: v.literal('scheme-file-commas'), file: v.string() }), // a table whose columns something else parts
  v.strictObject({ code: v.literal('scheme-file-empty'), file: v.string() }),
  v.strictObject({ code: v.literal('scheme-file-encoding'), file: v.string() }),
  v.strictObject({ code: v.literal('scheme-file-gone'), file: v.string() }),
  v.strictObject({ code: v.literal('scheme-file-kind'), file: v.string() }),
  v.strictObject({ code: v.literal('scheme-file-size'), file: v.string() }),
  v.strictObject({ code: v.literal('scheme-file-unreadable'), file: v.string() }), // held by another program, or the disk fails
  v.strictObject({ code: v.literal('list-file-unreadable'), file: v.string() }), // gone, held by another program, or no list of wordings
  v.strictObject({ code: v.literal('list-full'), most: count }),
  v.strictObject({ code: v.literal('topic-below-itself') }),
  v.strictObject({ code: v.literal('question-invalid'), why: questionFaultSchema }),
  v.strictObject({ code: v.literal('expression-too-slow') }), // it goes astray in some text
  v.strictObject({ code: v.literal('no-such-rule') }),
  v.strictObject({ code: v.literal('no-such-search') }), // among the saved ones
  v.strictObject({ code: v.literal('search-name-taken'), name: v.string() }),
  v.strictObject({ code: v.literal('place-reads-otherwise') }), // it was changed since it was mended, or taken back already
  v.strictObject({ code: v.literal('no-such-weights') }), // or they are for another program's features
]);

export type AppError = v.InferOutput<typeof appErrorSchema>;
export type AppErrorCode = AppError['code'];
