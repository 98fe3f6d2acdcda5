import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '#core/edits/edit.ts';
import { findPassage } from '#core/edits/tree.ts';
import { checkLedger } from '#core/model/ledger.ts';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Article, Issue, Passage } from '#core/model/issue.ts';
import { firstOffset, toSource } from '#core/model/positions.ts';
import { readPieces } from '#core/model/reading.ts';
import { dice, editFor, kindOf } from '#core/testing/arbitrary-edit.ts';
import { ok } from '#util/result.ts';
import type { Engine } from '../engine.ts';
import { articleText } from '../project/pinned.ts';
import { keepWeights } from '../project/weights.ts';
import { write } from '../project/store.ts';
import { loadModel } from '../split/load-splitter.ts';
import { issueAt, must, once } from '../testing/project.ts';
import { fileOf } from './lessons.ts';
import { RESOURCES, learningPlace, openLearning, recordHousePages } from './testing/learning-project.ts';

/** More of them for a thorough look: STET_RUNS=1000 npx vitest run split-anew. */
const RUNS = Number(process.env['STET_RUNS'] ?? 25);

/** Puts weights to use that nobody learned: the program's own, each moved by chance, so that pages come out otherwise. */
async function useOthers(engine: Engine, seed: number): Promise<void> {
  const program = loadModel(RESOURCES);
  let state = (seed + 1) * 48_271;
  const roll = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  const file = fileOf({ ...program, weights: program.weights.map((each) => each + 4 * roll()) });
  must(write(engine.store, (tx) => {
    keepWeights(tx, file, program.version, []);
    return ok(null);
  }));
  must(await engine.call('learning.use', { once: once(), weights: file.version }));
}

const passagesOf = ({ articles, aside }: Issue) => [...articles.flatMap(({ passages }) => passages), ...aside];
const beginsAt = (offset: number) => ({ pieces }: Passage) => firstOffset(pieces) === offset;
const holds = (offset: number) => ({ pieces }: Passage) => pieces.some((piece) => 'range' in piece && piece.range.from <= offset && offset < piece.range.to);
const articleWith = (issue: Issue, offset: number) => issue.articles.find(({ passages }) => passages.some(holds(offset)));

/** What has to be so after an edit, told by places of the source; null where nothing can be said. */
function factOf(issue: Issue, edit: Edit): ((after: Issue) => boolean) | null {
  const start = (id: PassageId) => {
    const passage = findPassage(issue, id)?.passage;
    return passage ? firstOffset(passage.pieces) : null;
  };
  const head = (id: ArticleId) => {
    const [first] = issue.articles.find((article) => article.id === id)?.passages ?? [];
    return first ? firstOffset(first.pieces) : null;
  };
  const about = (offset: number | null, fact: (offset: number, after: Issue) => boolean) => (offset === null ? null : (after: Issue) => fact(offset, after));
  /** The article an edit names: by its id, or the one that holds the text it began with. */
  const named = (id: ArticleId, fact: (article: Article | undefined) => boolean) =>
    about(head(id), (at, after) => fact(after.articles.find((article) => article.id === id) ?? articleWith(after, at)));
  const isHead = (offset: number, after: Issue) => after.articles.some(({ passages }) => beginsAt(offset)(passages[0]!));
  switch (edit.kind) {
    case 'setRole':
      return about(start(edit.passage), (at, after) => passagesOf(after).find(beginsAt(at))?.role === edit.role);
    case 'splitBefore':
      return about(start(edit.passage), isHead);
    case 'mergeAbove':
      return about(head(edit.article), (at, after) => !isHead(at, after));
    case 'join':
      return about(start(edit.passage), (at, after) => !passagesOf(after).some(beginsAt(at)));
    case 'setAside':
      return about(start(edit.moves[0]!.passage), (at, after) => after.aside.some(holds(at)));
    case 'restore':
    case 'movePassages': {
      const { passage, to } = edit.moves.at(-1)!;
      return about(start(passage), (at, after) => (articleWith(after, at) !== undefined) === (to.article !== null));
    }
    case 'setTopics':
      return named(edit.article, (article) => article?.topics.some(({ id }) => edit.topics.some((topic) => topic.id === id)) === true);
    case 'setNote':
      return named(edit.article, (article) => article?.note === edit.note);
    case 'setLink':
      return named(edit.article, (article) => article?.[edit.side]?.link === edit.to?.link);
    case 'setStatus':
      // That an article is being worked on goes with the article: of a decision to put it back to work nothing is left to hold.
      return edit.status === 'in-work' ? null : named(edit.article, (article) => article?.status === edit.status);
    case 'replaceText': {
      const { put } = edit;
      const passage = findPassage(issue, edit.passage)?.passage;
      if (!passage || !('text' in put) || put.text === '') return null;
      return about(toSource(passage.pieces, edit.from), (at, after) => passagesOf(after).some((each) => (holds(at)(each) || holds(at - 1)(each)) && readPieces(after.source, each.pieces, 'emended').includes(put.text)));
    }
    case 'break':
    case 'cutPassage':
    case 'fillGap':
    case 'reorder':
      return null;
  }
}

const approvedTexts = (issue: Issue) => issue.articles.filter(({ status }) => status === 'approved').map((article) => articleText(issue.source, article));

/** A page for a failure's message: every passage with its article, role, id and pieces. */
function brief({ articles, aside }: Issue): string {
  const line = (article: string) => ({ role, id, pieces }: Passage) => `${article} ${role} ${id} ${pieces.map((piece) => ('range' in piece ? `${piece.kind} ${piece.range.from}-${piece.range.to}` : piece.kind)).join(', ')}`;
  return [...articles.flatMap(({ id, status, passages }) => passages.map(line(`${id} ${status}`))), ...aside.map(line('-'))].join('\n');
}

test('splitting anew never overwrites what a person decided: it holds or is listed, approved articles stay, and undo brings the page back', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(500), fc.array(dice, { maxLength: 8 }), fc.boolean(), async (seed, rolls, approving) => {
      const engine = await openLearning(learningPlace());
      await recordHousePages(engine, [], [seed]);
      const id = issueAt(engine, `open-${seed}.txt`);
      const open = async () => {
        const { source, tree, version, unplaced } = must(await engine.call('issue.open', { issue: id }));
        return { version, tree, unplaced, issue: { source, ...tree } };
      };
      let last: { readonly entry: number; readonly edit: Edit; readonly fact: ((after: Issue) => boolean) | null } | null = null;
      for (const [serial, roll] of rolls.entries()) {
        const { issue, version } = await open();
        const edit = editFor(issue, kindOf(roll), roll, serial);
        if (!edit || (!approving && JSON.stringify(edit).includes('"approved"'))) continue;
        const saved = await engine.call('issue.edit', { once: once(), issue: id, version, label: 'test', edits: [edit] as never });
        if (saved.ok) last = { entry: saved.value.entry, edit, fact: factOf(issue, edit) };
      }
      const before = await open();
      await useOthers(engine, seed);
      const done = must(await engine.call('learning.splitAnew', { once: once(), issues: [id] }));
      const after = await open();
      expect(checkLedger(after.issue).ok).toBe(true);
      expect(after.unplaced.length).toBe(done.unplaced);
      for (const text of approvedTexts(before.issue)) expect(approvedTexts(after.issue)).toContain(text);
      if (done.pages === 0) expect(after.tree).toEqual(before.tree);
      else changed += 1;
      const listed = after.unplaced.some(({ entry }) => entry === last?.entry);
      if (last?.fact?.(before.issue)) expect(listed || last.fact(after.issue), `${JSON.stringify(last.edit)}\n${brief(before.issue)}\n---\n${brief(after.issue)}`).toBe(true);
      if (done.pages > 0) {
        must(await engine.call('history.undo', { once: once(), issue: null }));
        const back = await open();
        expect(back.tree).toEqual(before.tree);
        expect(back.unplaced).toEqual([]);
        must(await engine.call('history.redo', { once: once(), issue: null }));
        const again = await open();
        expect(again.tree).toEqual(after.tree);
        expect(again.unplaced.length).toBe(after.unplaced.length);
      }
      await engine.close();
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(changed).toBeGreaterThan(RUNS / 4);
}, 60_000 + RUNS * 10_000);
