import type { AppError } from '#contract/app-error.ts';
import type { Reply } from '#contract/calls.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Passage, Tree } from '#core/model/issue.ts';
import type { Result } from '#util/result.ts';
import { isStringKey } from '#strings/index.ts';
import { call, newOnce } from '../bridge/bridge.ts';
import { outlineOf } from './desk-outline.ts';
import { readPage } from './desk-read.ts';
import { reuse } from './desk-reuse.ts';
import { drained, persist } from './desk-save.ts';
import { keepSelection, only } from './desk-selection.ts';
import { closeRun } from './desk-run.ts';
import { firstAnswerChanged, verdictsOf } from './desk-settle.ts';
import { announce, deskViewStore } from './desk-view.ts';
import { deskStore } from './desk.ts';
import { tell } from './desk-tell.ts';
import { sayError, withdrawUndo } from './toasts.ts';

type Undone = Reply<'history.undo'>;

/** The first passage that is not as it was, in the order of the page as it is now; null if none is. */
export function firstChanged(before: Tree, after: Tree): PassageId | null {
  const old = outlineOf(before);
  const where = (tree: Tree, article: number) => tree.articles[article]?.id ?? null;
  const same = (passage: Passage, article: number, index: number) => {
    const at = old.at.get(passage.id);
    const was = at === undefined ? undefined : old.stops[at]!;
    return was !== undefined && was.passage === passage && was.index === index && where(before, was.article) === where(after, article);
  };
  // The engine sends the whole tree anew, so what says the same is taken for the same.
  const told = new Map(old.stops.map(({ passage }) => [passage.id, JSON.stringify(passage)]));
  for (const { passage, article, index } of outlineOf(after).stops) {
    const at = old.at.get(passage.id);
    const known = at !== undefined && told.get(passage.id) === JSON.stringify(passage) ? old.stops[at]!.passage : passage;
    if (!same(known, article, index)) return passage.id;
  }
  const article = after.articles.find((one, i) => JSON.stringify(one) !== JSON.stringify(before.articles[i]));
  return article?.passages[0]?.id ?? null;
}

async function step(name: 'history.undo' | 'history.redo'): Promise<void> {
  closeRun();
  const { page } = deskStore.getState();
  if (!page) return;
  if (!(await drained())) {
    const { error } = deskStore.getState().saving;
    if (error) sayError(error);
    return;
  }
  const once = newOnce();
  const answer: Result<Undone, AppError> = await persist(() => call(name, { once, issue: page.id }));
  const here = deskStore.getState().page;
  if (!answer.ok) {
    if (answer.error.code === 'nothing-to-undo' || answer.error.code === 'nothing-to-redo') tell(`error.${answer.error.code}`);
    else sayError(answer.error);
    return;
  }
  withdrawUndo();
  if (here?.id !== page.id) return;
  await takeOver(answer.value);
  const label = `history.${answer.value.label}`;
  announce(name === 'history.undo' ? 'desk.undone' : 'desk.redone', { what: isStringKey(label) ? label : '' });
}

/** Shows the page as it is after an undo or redo, with the focus where something changed. */
async function takeOver({ tree, answers, version, savedAt, canUndo, canRedo }: Undone): Promise<void> {
  const { page, saving } = deskStore.getState();
  if (!page) return;
  const read = tree ? null : await readPage(page.id);
  if (read && !read.ok) {
    sayError(read.error);
    return;
  }
  const next = reuse(page.issue, tree ?? read!.value.page.issue);
  const issue = { source: page.issue.source, ...next };
  const settled = answers ? verdictsOf(answers.settled) : (read?.ok ? read.value.page : page).settled;
  deskStore.setState({ page: { ...(read?.ok ? read.value.page : page), issue, settled, ...(answers && { asideConfirmed: answers.asideConfirmed }), canUndo, canRedo }, version, saving: { ...saving, state: 'saved', at: savedAt, error: null } });
  const changed = firstChanged(page.issue, issue) ?? passageOf(issue, firstAnswerChanged(page.settled, settled));
  deskViewStore.setState(({ selection, writing, reveal }) => ({
    selection: changed ? only(changed) : keepSelection(page.issue, issue, selection),
    writing: writing && changed === writing.passage ? writing : null,
    reveal: reveal + 1,
  }));
}

/** The passage that a decision's subject is, or with which it begins; null if it is not on the page. */
function passageOf(tree: Tree, subject: string | null): PassageId | null {
  return tree.articles.find(({ id }) => id === subject)?.passages[0]?.id ?? outlineOf(tree).stops.find(({ passage }) => passage.id === subject)?.passage.id ?? null;
}

let turn: Promise<void> = Promise.resolve();

/** One after the other, in the order the keys were pressed. */
function queued(name: 'history.undo' | 'history.redo'): Promise<void> {
  turn = turn.then(() => step(name));
  return turn;
}

/** Takes back the last entry of the journal that touches this page. */
export const undo = (): Promise<void> => queued('history.undo');

/** Does again what was last taken back. */
export const redo = (): Promise<void> => queued('history.redo');
