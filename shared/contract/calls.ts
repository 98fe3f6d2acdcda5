import * as v from 'valibot';
import { acceptedRowSchema, acceptedSchema, acceptedScopeSchema, quietedSchema, triedListSchema } from './schemas/accepted.ts';
import { authorSchema, historyFilterSchema, historyRowSchema, lookSchema } from './schemas/history.ts';
import { entrySchema, appStateSchema, importReportSchema, keysSchema, languageSchema, namesSchema, openProjectSchema, projectInfoSchema, readingSchema, schemeSchema, settingsSchema, suggestionSchema, themeSchema } from './schemas/project.ts';
import { encodingSchema, fileSchema } from './schemas/file.ts';
import { holdingsSchema } from './schemas/holdings.ts';
import { presetChoicesSchema, presetIdSchema, presetNameSchema, presetSchema } from './schemas/preset.ts';
import { estimateSchema, previewFileSchema } from './schemas/preview.ts';
import { entryIdSchema, facetsSchema, fileIdSchema, filterSchema, issueIdSchema, metadataSchema, pageRowSchema, pageSortSchema, rowSchema, ruleIdSchema, selectionSchema, sortSchema, taggedSchema } from './schemas/library.ts';
import { listedNameSchema, nameKindSchema, nameShowSchema, saidSchema } from './schemas/language.ts';
import { learningSchema, otherwiseSchema, weightsSchema } from './schemas/learning.ts';
import { articleAtSchema, linkSchema, linkableSchema } from './schemas/link.ts';
import { articleIdSchema, count, linkSideSchema, statusSchema, topicRefSchema, treeSchema } from './schemas/model.ts';
import { editSchema } from './schemas/edit.ts';
import { orderSchema, queueCountsSchema, queueIdSchema, queueNameSchema, queuePlaceSchema, queueSchema, unitSchema } from './schemas/queue.ts';
import { unsentSchema } from './schemas/unsent.ts';
import { foundSchema, hitPlaceSchema, hitSchema, questionSchema, savedSearchSchema, searchIdSchema } from './schemas/search.ts';
import { ruleDraftSchema, rulePlacesSchema, ruleRowSchema } from './schemas/rules.ts';
import { askedSchema, chosenPlacesSchema, concordanceSchema, mendedPlacesSchema, mendedSchema, menderSchema, nearSchema, placeKeySchema, placeSchema, putSchema, takenBackSchema } from './schemas/concordance.ts';
import { answersSchema, openIssueSchema, savedSchema, settlementSchema } from './schemas/desk.ts';
import { companionSchema, pictureSchema } from './schemas/companion.ts';

/**
 * What a call means for undo. `record`: it makes a journal entry that can be taken back.
 * `merge`: it extends the last entry of the same run of typing. `never`: it decides nothing (a question, a job, an undo itself).
 */
export type UndoPolicy = 'record' | 'merge' | 'never';

export type CallSpec = {
  readonly to: 'main' | 'engine';
  readonly undo: UndoPolicy;
  readonly request: v.GenericSchema;
  readonly reply: v.GenericSchema;
};

const nothing = v.strictObject({});
const grant = v.pipe(v.string(), v.maxLength(100));
const chosenBefore = v.strictObject({ grant: v.exactOptional(grant) });
const window = { offset: count, limit: v.pipe(count, v.maxValue(500)) };
const label = v.pipe(v.string(), v.regex(/^[a-z-]{1,60}$/));

/** A key the window makes for an edit, so that one sent again after a crash is not made twice. */
const once = v.pipe(v.string(), v.minLength(8), v.maxLength(60));

const settlements = v.pipe(v.array(settlementSchema), v.minLength(1), v.maxLength(1_000));

const wordings = v.pipe(v.array(acceptedSchema), v.minLength(1), v.maxLength(1_000));


/** How an export is to look: which reading its fields have (left out: as emended), whether tables begin with a byte order mark, under which licence (left out: none is stated). */
const exportLooks = { reading: v.exactOptional(v.picklist(['emended', 'printed'])), bom: v.exactOptional(v.boolean()), licence: v.exactOptional(v.pipe(v.string(), v.maxLength(200))) };

/** What a window takes an undo or redo to be of, and the version of the issue it shows: if it is right, it need not be told the tree. */
const expected = v.strictObject({ entry: entryIdSchema, version: count });

/** After an undo or a redo of entry `of`: the tree and the answers, where it was of an issue and the window neither knows them nor has to read the page anew. */
const turnedSchema = v.strictObject({ ...savedSchema.entries, label, of: entryIdSchema, tree: v.nullable(treeSchema), answers: v.nullable(answersSchema) });

// A file that a dialog granted, into a scheme of the user's own or (null) a new one. `retireMissing`: what is not in the file is retired.
const importRequest = { grant, scheme: v.nullable(topicRefSchema.entries.scheme), retireMissing: v.boolean() };

/** Every call that may cross a process. The name says the noun first. */
export const CALLS = {
  // main: windows, dialogs, and what the program remembers
  'app.state': { to: 'main', undo: 'never', request: nothing, reply: appStateSchema },
  'app.exportKeys': { to: 'main', undo: 'never', request: nothing, reply: v.nullable(v.strictObject({ label: v.string() })) }, // asks for a file; null: none was chosen
  'app.importKeys': { to: 'main', undo: 'never', request: nothing, reply: v.nullable(keysSchema) }, // asks for a file and reads it; nothing is set yet
  'app.keep': { to: 'main', undo: 'never', request: v.strictObject({ unsent: v.array(unsentSchema) }), reply: v.null() }, // in the place of what was kept; answered when it is on the disk
  'app.kept': { to: 'main', undo: 'never', request: nothing, reply: v.array(unsentSchema) },
  'app.leave': { to: 'main', undo: 'never', request: nothing, reply: v.null() }, // the window has nothing more to say: it may close
  'app.setKeys': { to: 'main', undo: 'never', request: v.strictObject({ keys: keysSchema }), reply: appStateSchema }, // in the place of those set before
  'app.setLanguage': { to: 'main', undo: 'never', request: v.strictObject({ language: v.union([v.literal('system'), languageSchema]) }), reply: appStateSchema },
  'app.setReading': { to: 'main', undo: 'never', request: v.strictObject({ reading: readingSchema }), reply: appStateSchema },
  'app.setTheme': { to: 'main', undo: 'never', request: v.strictObject({ theme: v.union([v.literal('system'), themeSchema]) }), reply: appStateSchema },
  'app.tellKeys': { to: 'main', undo: 'never', request: v.strictObject({ keys: keysSchema }), reply: v.null() }, // of every command, as they are in force: the system's menu shows them
  'project.chooseFolder': { to: 'main', undo: 'never', request: nothing, reply: v.nullable(v.strictObject({ grant, label: v.string() })) }, // to watch
  'project.chooseExisting': { to: 'main', undo: 'never', request: nothing, reply: v.nullable(v.strictObject({ grant, label: v.string() })) }, // a NAME.stet
  'project.openFolder': { to: 'main', undo: 'never', request: chosenBefore, reply: v.nullable(openProjectSchema) }, // asks for a folder to watch if none was chosen
  'project.openExisting': { to: 'main', undo: 'never', request: chosenBefore, reply: v.nullable(openProjectSchema) }, // the same with a NAME.stet
  'project.openSamples': { to: 'main', undo: 'never', request: nothing, reply: openProjectSchema },
  'project.openRecent': { to: 'main', undo: 'never', request: v.strictObject({ id: v.string() }), reply: openProjectSchema },
  'project.reopen': { to: 'main', undo: 'never', request: nothing, reply: v.null() }, // closed and opened again: what is damaged is looked for and mended. Answered when that has begun; `engine.state` says the rest
  'project.close': { to: 'main', undo: 'never', request: nothing, reply: v.null() },
  'export.chooseFolder': { to: 'main', undo: 'never', request: nothing, reply: v.nullable(v.strictObject({ grant, label: v.string() })) },
  'export.show': { to: 'main', undo: 'never', request: v.strictObject({ grant }), reply: v.null() },
  'accepted.chooseFile': { to: 'main', undo: 'never', request: nothing, reply: v.nullable(v.strictObject({ grant, label: v.string() })) }, // to import
  'accepted.chooseTarget': { to: 'main', undo: 'never', request: nothing, reply: v.nullable(v.strictObject({ grant, label: v.string() })) }, // to export to
  'topics.chooseFile': { to: 'main', undo: 'never', request: nothing, reply: v.nullable(v.strictObject({ grant, label: v.string() })) }, // to import
  'topics.chooseTarget': { to: 'main', undo: 'never', request: v.strictObject({ name: v.pipe(v.string(), v.maxLength(100)) }), reply: v.nullable(v.strictObject({ grant, label: v.string() })) }, // to export to

  // engine: the project
  'project.info': { to: 'engine', undo: 'never', request: nothing, reply: projectInfoSchema },
  'project.setSettings': { to: 'engine', undo: 'record', request: v.strictObject({ once, settings: v.partial(settingsSchema) }), reply: projectInfoSchema },
  'project.rescan': { to: 'engine', undo: 'never', request: nothing, reply: v.null() },

  // engine: files
  'files.list': { to: 'engine', undo: 'never', request: v.strictObject({ ...window, only: v.picklist(['all', 'problems', 'missing', 'ask']) }), reply: v.strictObject({ total: count, files: v.array(fileSchema) }) },
  'files.of': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema }), reply: v.array(fileSchema) }, // the paths of an issue, oldest first
  'files.setEncoding': { to: 'engine', undo: 'record', request: v.strictObject({ once, file: fileIdSchema, encoding: encodingSchema }), reply: fileSchema },
  'files.readLarge': { to: 'engine', undo: 'never', request: v.strictObject({ file: fileIdSchema }), reply: fileSchema },

  // engine: the library
  'library.rows': { to: 'engine', undo: 'never', request: v.strictObject({ ...window, filter: filterSchema, sort: v.array(sortSchema) }), reply: v.strictObject({ total: count, revision: count, rows: v.array(rowSchema) }) },
  'library.facets': { to: 'engine', undo: 'never', request: v.strictObject({ filter: filterSchema }), reply: facetsSchema },
  'library.find': { to: 'engine', undo: 'never', request: v.strictObject({ filters: v.pipe(v.array(filterSchema), v.maxLength(10)), sort: v.array(sortSchema), limit: v.pipe(count, v.maxValue(500)) }), reply: v.array(rowSchema) }, // what any of them shows, of each as many at most
  'library.pages': { to: 'engine', undo: 'never', request: v.strictObject({ ...window, filter: filterSchema, sort: v.array(pageSortSchema) }), reply: v.strictObject({ total: count, revision: count, rows: v.array(pageRowSchema) }) }, // those that one of the articles a filter shows is on
  'library.tagged': { to: 'engine', undo: 'never', request: v.strictObject({ selection: selectionSchema }), reply: taggedSchema },
  'library.setTopics': { to: 'engine', undo: 'record', request: v.strictObject({ once, selection: selectionSchema, add: v.array(topicRefSchema), remove: v.array(topicRefSchema) }), reply: v.strictObject({ articles: count }) },
  'library.setStatus': { to: 'engine', undo: 'record', request: v.strictObject({ once, selection: selectionSchema, status: statusSchema }), reply: v.strictObject({ articles: count }) },
  'library.setMetadata': { to: 'engine', undo: 'record', request: v.strictObject({ once, selection: selectionSchema, values: v.partial(metadataSchema) }), reply: v.strictObject({ issues: count }) },

  // engine: the desk
  'issue.open': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema }), reply: openIssueSchema },
  'issue.find': { to: 'engine', undo: 'never', request: v.strictObject({ article: articleIdSchema }), reply: issueIdSchema },
  'issue.edit': { to: 'engine', undo: 'record', request: v.strictObject({ once, issue: issueIdSchema, version: count, label, edits: v.pipe(v.array(editSchema), v.minLength(1)), settle: v.exactOptional(settlements), confirmAside: v.exactOptional(v.boolean()) }), reply: savedSchema }, // the answers are part of the same entry
  'issue.settle': { to: 'engine', undo: 'record', request: v.strictObject({ once, issue: issueIdSchema, version: count, label, items: settlements, accept: v.exactOptional(wordings) }), reply: savedSchema }, // accept: wordings that are right wherever they stand, as part of the same entry
  'issue.confirmAside': { to: 'engine', undo: 'record', request: v.strictObject({ once, issue: issueIdSchema, version: count, confirmed: v.boolean() }), reply: savedSchema },
  'issue.type': { to: 'engine', undo: 'merge', request: v.strictObject({ once, issue: issueIdSchema, version: count, run: once, edits: v.pipe(v.array(editSchema), v.minLength(1)) }), reply: savedSchema },
  'issue.meets': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema, pairs: v.pipe(v.array(v.strictObject({ above: count, below: count })), v.maxLength(2_000)) }), reply: v.array(v.nullable(v.number())) }, // offsets in the source: how well what ends there goes on with what begins there; null: it ends its sentence
  'issue.dropUnplaced': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema, entry: entryIdSchema }), reply: v.null() },

  // engine: articles that go on on another page
  'link.of': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema }), reply: v.array(linkSchema) },
  'link.likely': { to: 'engine', undo: 'never', request: v.strictObject({ ...articleAtSchema.entries, side: linkSideSchema }), reply: v.array(linkableSchema) }, // articles that may be the other end, the likeliest first
  'link.set': { to: 'engine', undo: 'record', request: v.strictObject({ once, from: articleAtSchema, to: articleAtSchema }), reply: v.null() }, // the first goes on in the second; links of theirs that this does not allow give way
  'link.drop': { to: 'engine', undo: 'record', request: v.strictObject({ once, ...articleAtSchema.entries, side: linkSideSchema }), reply: v.null() },

  // engine: the picture beside a page's text file
  'companion.find': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema }), reply: v.nullable(companionSchema) },
  'companion.image': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema, page: count }), reply: pictureSchema }, // page from 0

  // engine: history. Without an issue: `list` tells what was done to the project and to many at once, `look` of all an entry did
  'history.all': { to: 'engine', undo: 'never', request: v.strictObject({ before: v.nullable(entryIdSchema), skip: count, limit: v.pipe(count, v.maxValue(200)), filter: historyFilterSchema }), reply: v.strictObject({ total: count, rows: v.array(historyRowSchema) }) }, // newest first; older than `before`, without the first `skip` of those
  'history.authors': { to: 'engine', undo: 'never', request: nothing, reply: v.array(v.strictObject({ ...authorSchema.entries, entries: count })) },
  'history.list': { to: 'engine', undo: 'never', request: v.strictObject({ issue: v.nullable(issueIdSchema), before: v.nullable(entryIdSchema), limit: v.pipe(count, v.maxValue(500)) }), reply: v.array(entrySchema) },
  'history.dependents': { to: 'engine', undo: 'never', request: v.strictObject({ entry: entryIdSchema }), reply: v.array(entrySchema) }, // what has to be taken back first, in that order
  'history.look': { to: 'engine', undo: 'never', request: v.strictObject({ issue: v.nullable(issueIdSchema), entry: entryIdSchema }), reply: lookSchema },
  'history.undo': { to: 'engine', undo: 'never', request: v.strictObject({ once, issue: v.nullable(issueIdSchema), entry: v.exactOptional(entryIdSchema), expect: v.exactOptional(expected) }), reply: turnedSchema },
  'history.redo': { to: 'engine', undo: 'never', request: v.strictObject({ once, issue: v.nullable(issueIdSchema), expect: v.exactOptional(expected) }), reply: turnedSchema },

  // engine: topics
  'topics.list': { to: 'engine', undo: 'never', request: nothing, reply: v.array(schemeSchema) },
  'topics.add': { to: 'engine', undo: 'record', request: v.strictObject({ once, scheme: v.exactOptional(topicRefSchema.entries.scheme), broader: v.exactOptional(v.nullable(topicRefSchema.entries.id)), labels: namesSchema }), reply: topicRefSchema },
  'topics.addScheme': { to: 'engine', undo: 'record', request: v.strictObject({ once, title: namesSchema }), reply: v.strictObject({ scheme: v.string() }) },
  'topics.change': { to: 'engine', undo: 'record', request: v.strictObject({ once, topic: topicRefSchema, labels: v.exactOptional(namesSchema), broader: v.exactOptional(v.nullable(topicRefSchema.entries.id)), notation: v.exactOptional(v.string()), definition: v.exactOptional(namesSchema), retired: v.exactOptional(v.boolean()) }), reply: v.null() },
  'topics.changeScheme': { to: 'engine', undo: 'record', request: v.strictObject({ once, scheme: topicRefSchema.entries.scheme, title: v.exactOptional(namesSchema), retired: v.exactOptional(v.boolean()) }), reply: v.null() },
  'topics.exportFile': { to: 'engine', undo: 'never', request: v.strictObject({ scheme: topicRefSchema.entries.scheme, grant }), reply: v.strictObject({ topics: count }) }, // CSV, Turtle or RDF/XML, by the name's ending
  'topics.importFile': { to: 'engine', undo: 'record', request: v.strictObject({ once, ...importRequest, title: namesSchema }), reply: importReportSchema }, // title: of a new scheme
  'topics.suggest': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema, article: articleIdSchema }), reply: v.array(suggestionSchema) }, // learned from what is tagged in this project, likeliest first
  'topics.tryImport': { to: 'engine', undo: 'never', request: v.strictObject(importRequest), reply: importReportSchema },

  // engine: wordings that are right as they stand: what a check finds in them is no fault
  'accepted.list': { to: 'engine', undo: 'never', request: nothing, reply: v.strictObject({ rows: v.array(acceptedRowSchema), everywhere: v.boolean() }) }, // newest first; everywhere: whether such a list is kept
  'accepted.places': { to: 'engine', undo: 'never', request: nothing, reply: v.strictObject({ places: v.array(quietedSchema), counting: v.boolean() }) }, // counting: pages are still to be looked at
  'accepted.change': { to: 'engine', undo: 'record', request: v.strictObject({ once, remove: v.pipe(v.array(acceptedSchema), v.maxLength(20_000)), add: v.pipe(v.array(acceptedSchema), v.maxLength(20_000)), rules: v.exactOptional(v.pipe(v.array(ruleIdSchema), v.maxLength(500))) }), reply: v.null() },
  'accepted.importFile': { to: 'engine', undo: 'record', request: v.strictObject({ once, grant, scope: acceptedScopeSchema }), reply: v.strictObject({ added: count, same: count, refused: count }) },
  'accepted.tryImport': { to: 'engine', undo: 'never', request: v.strictObject({ grant, scope: acceptedScopeSchema }), reply: triedListSchema }, // what a file would bring
  'accepted.exportFile': { to: 'engine', undo: 'never', request: v.strictObject({ grant, scope: v.nullable(acceptedScopeSchema) }), reply: v.strictObject({ wordings: count }) }, // null: both lists

  // engine: what exports are, under names
  'preset.list': { to: 'engine', undo: 'never', request: nothing, reply: v.array(presetSchema) },
  'preset.save': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: v.nullable(presetIdSchema), name: presetNameSchema, choices: presetChoicesSchema }), reply: presetSchema }, // id null: a new one
  'preset.rename': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: presetIdSchema, name: presetNameSchema }), reply: presetSchema },
  'preset.remove': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: presetIdSchema }), reply: v.null() },

  // engine: queues of articles or pages to be worked through
  'queue.counts': { to: 'engine', undo: 'never', request: nothing, reply: v.record(queueIdSchema, queueCountsSchema) },
  'queue.list': { to: 'engine', undo: 'never', request: nothing, reply: v.array(queueSchema) },
  'queue.place': { to: 'engine', undo: 'never', request: v.strictObject({ queue: queueIdSchema, unit: unitSchema, issue: v.nullable(issueIdSchema), article: v.nullable(articleIdSchema), key: v.nullable(v.string()) }), reply: queuePlaceSchema },
  'queue.save': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: v.nullable(queueIdSchema), name: queueNameSchema, order: orderSchema, filter: filterSchema }), reply: queueSchema }, // id null: a new one
  'queue.rename': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: queueIdSchema, name: queueNameSchema }), reply: queueSchema },
  'queue.remove': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: queueIdSchema }), reply: v.null() },

  // engine: search over the archive
  'search.find': { to: 'engine', undo: 'never', request: v.strictObject({ ...window, question: questionSchema }), reply: foundSchema }, // another question calls off one that is not answered yet
  'search.place': { to: 'engine', undo: 'never', request: v.strictObject({ view: questionSchema.entries.view, ...v.pick(hitSchema, ['issue', 'article', 'line', 'from', 'to']).entries }), reply: hitPlaceSchema },
  'search.list': { to: 'engine', undo: 'never', request: nothing, reply: v.array(savedSearchSchema) },
  'search.save': { to: 'engine', undo: 'record', request: v.strictObject({ once, name: queueNameSchema, question: questionSchema }), reply: savedSearchSchema },
  'search.remove': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: searchIdSchema }), reply: v.null() },

  // engine: the language of the archive
  'language.judge': { to: 'engine', undo: 'never', request: v.strictObject({ issue: issueIdSchema, texts: v.pipe(v.array(v.string()), v.maxLength(5_000)) }), reply: saidSchema }, // of passages of a page, as emended: an answer each
  'language.names': { to: 'engine', undo: 'never', request: v.strictObject({ ...window, text: v.pipe(v.string(), v.maxLength(60)), kind: v.nullable(nameKindSchema), show: nameShowSchema }), reply: v.strictObject({ counted: v.boolean(), total: count, rows: v.array(listedNameSchema) }) }, // show: see NAME_SHOWS

  // engine: all places that read alike, and mending them at once
  'concordance.find': { to: 'engine', undo: 'never', request: v.strictObject({ ...window, ...askedSchema, near: v.nullable(nearSchema) }), reply: concordanceSchema }, // another question calls off one that is not answered yet
  'concordance.change': { to: 'engine', undo: 'record', request: v.strictObject({ once, ...askedSchema, put: putSchema, change: count, chosen: chosenPlacesSchema, rule: v.exactOptional(v.boolean()) }), reply: mendedSchema },
  'concordance.dismiss': { to: 'engine', undo: 'record', request: v.strictObject({ once, issue: issueIdSchema, key: placeKeySchema, read: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)) }), reply: v.null() }, // the string is right at this place
  'concordance.widen': { to: 'engine', undo: 'never', request: v.strictObject({ text: v.pipe(v.string(), v.maxLength(400)), from: count, to: count }), reply: v.strictObject({ from: count, to: count }) }, // to the words a stretch of a text is in
  'concordance.done': { to: 'engine', undo: 'never', request: v.strictObject({ ...window, mender: menderSchema }), reply: mendedPlacesSchema }, // what an entry or a rule mended
  'concordance.takeBack': { to: 'engine', undo: 'record', request: v.strictObject({ once, entry: entryIdSchema, issue: issueIdSchema, key: placeKeySchema }), reply: v.null() }, // one place of those
  'concordance.takeAllBack': { to: 'engine', undo: 'record', request: v.strictObject({ once, mender: menderSchema }), reply: takenBackSchema }, // all of them, as one act

  // engine: standing rules
  'rules.list': { to: 'engine', undo: 'never', request: nothing, reply: v.array(ruleRowSchema) },
  'rules.save': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: v.nullable(ruleIdSchema), rule: ruleDraftSchema }), reply: v.strictObject({ id: ruleIdSchema }) }, // id null: a new one
  'rules.places': { to: 'engine', undo: 'never', request: v.strictObject({ id: ruleIdSchema }), reply: rulePlacesSchema }, // what a rule would still have read otherwise
  'rules.left': { to: 'engine', undo: 'never', request: v.strictObject({ id: ruleIdSchema }), reply: v.array(placeSchema) }, // the first places that somebody left as they are
  'rules.askAgain': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: ruleIdSchema, issue: issueIdSchema, key: placeKeySchema }), reply: v.null() }, // one of those is suggested again
  'rules.remove': { to: 'engine', undo: 'record', request: v.strictObject({ once, id: ruleIdSchema }), reply: v.null() },

  // engine: learning from approved pages
  'learning.state': { to: 'engine', undo: 'never', request: nothing, reply: learningSchema },
  'learning.start': { to: 'engine', undo: 'never', request: nothing, reply: v.strictObject({ job: v.string() }) }, // what is better is put to use when it is done
  'learning.use': { to: 'engine', undo: 'record', request: v.strictObject({ once, weights: weightsSchema }), reply: v.null() },
  'learning.pages': { to: 'engine', undo: 'never', request: v.strictObject(window), reply: v.strictObject({ total: count, pages: v.array(otherwiseSchema) }) },
  'learning.compare': { to: 'engine', undo: 'never', request: nothing, reply: v.null() }, // goes on comparing where it was halted
  'learning.splitAnew': { to: 'engine', undo: 'record', request: v.strictObject({ once, issues: v.nullable(v.array(issueIdSchema)) }), reply: v.strictObject({ pages: count, kept: count, unplaced: count }) }, // null: all that are ready

  // engine: export and other long work
  'export.formats': { to: 'engine', undo: 'never', request: nothing, reply: v.array(v.string()) },
  'export.holdings': { to: 'engine', undo: 'never', request: v.strictObject({ filter: filterSchema }), reply: holdingsSchema },
  'export.kept': { to: 'engine', undo: 'never', request: nothing, reply: v.strictObject({ bytes: count }) }, // what is kept on the disk so that the next export is quick
  'export.preview': { to: 'engine', undo: 'never', request: v.strictObject({ format: v.string(), filter: filterSchema, ...exportLooks }), reply: v.array(previewFileSchema) }, // the first articles
  'export.estimate': { to: 'engine', undo: 'never', request: v.strictObject({ formats: v.pipe(v.array(v.string()), v.minLength(1)), filter: filterSchema, ...exportLooks }), reply: v.nullable(estimateSchema) }, // null: no article leaves
  'export.start': { to: 'engine', undo: 'never', request: v.strictObject({ formats: v.pipe(v.array(v.string()), v.minLength(1)), filter: filterSchema, ...exportLooks, withProject: v.exactOptional(v.boolean()), replace: v.exactOptional(v.boolean()), onlyWithId: v.exactOptional(v.boolean()), leaveOutLost: v.exactOptional(v.boolean()), grant, folderName: v.pipe(v.string(), v.minLength(1), v.maxLength(120)) }), reply: v.strictObject({ job: v.string() }) },
  'job.cancel': { to: 'engine', undo: 'never', request: v.strictObject({ job: v.string() }), reply: v.null() },
} as const satisfies Record<string, CallSpec>;

export type Calls = typeof CALLS;
export type CallName = keyof Calls;
export type EngineCall = { [K in CallName]: Calls[K]['to'] extends 'engine' ? K : never }[CallName];
export type MainCall = Exclude<CallName, EngineCall>;
export type Request<K extends CallName> = v.InferOutput<Calls[K]['request']>;
export type Reply<K extends CallName> = v.InferOutput<Calls[K]['reply']>;

/** Every call's name, sorted. */
export const CALL_NAMES = (Object.keys(CALLS) as CallName[]).toSorted();
