import { HISTORY_KINDS, HISTORY_KIND_NAMES } from '#contract/schemas/history.ts';
import type { HistoryFilter, HistoryKind, HistoryRow } from '#contract/schemas/history.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import type { StringKey } from '#strings/index.ts';
import { appStore } from '../../state/app.ts';
import { focusStops } from '../../state/desk-focus.ts';
import { stopOf } from '../../state/desk-outline.ts';
import { only } from '../../state/desk-selection.ts';
import { select } from '../../state/desk-view.ts';
import { deskStore } from '../../state/desk.ts';
import { takeBackAlone, undoInProject } from '../../state/history.ts';
import { voice } from '../../state/language.ts';
import { paneStore, togglePane } from '../../state/panes.ts';
import { openIssue } from '../../state/screen.ts';
import { sayHere } from '../../state/toasts.ts';
import { dayStep } from './day-step.ts';
import { currentLine, historyStore, lineAt, lines, showHistory } from './history-store.ts';

const total = (): number => lines.state().total ?? 0;

/** Puts the cursor on a line. */
export function moveTo(index: number): void {
  if (total() > 0) historyStore.setState({ current: Math.min(total() - 1, Math.max(0, index)) });
}

export const moveBy = (step: number): void => moveTo((historyStore.getState().current ?? 0) + step);

/** Puts the cursor on the first line of the next older day (1), or of the day it is in, and from there of the next newer one (-1). */
export async function moveByDay(step: 1 | -1): Promise<void> {
  const { filter, current } = historyStore.getState();
  const { formats } = voice(appStore.getState().app?.language ?? 'en');
  if (current === null) return;
  const to = await dayStep(step, current, total(), async (index) => {
    const row = await lineAt(index);
    return row && formats.isoDay(row.at);
  });
  const now = historyStore.getState();
  if (to !== null && now.filter === filter && now.current === current) moveTo(to);
}

/** Goes to where the entry under the cursor was done: the article or passage it was about, on its page. */
export function openPlace(): void {
  const line = currentLine();
  if (!line?.page) return sayHere('journal.no-place');
  const { page: { issue }, brief } = line;
  if (brief?.on === 'article') return openIssue(issue, articleId(brief.subject));
  if (brief?.on === 'passage') {
    const passage = passageId(brief.subject);
    focusStops.set(issue, passage);
    const { page } = deskStore.getState();
    if (page?.id === issue && stopOf(page.issue, passage)) select(only(passage));
  }
  openIssue(issue);
}

/** Why an entry cannot be taken back; null if it can, as far as it alone is concerned. */
export function whyNot({ state, turns }: HistoryRow): StringKey | null {
  if (state === 'live' || state === 'displaced') return null;
  if (turns) return turns.back ? 'journal.why.undo' : 'journal.why.redo';
  return state === 'undone' ? 'journal.why.undone' : 'journal.why.nothing';
}

export function showEntry(): void {
  if (paneStore.getState()['history.entry'].hidden) togglePane('history.entry');
}

/** Takes back the entry under the cursor; where something depends on it, that is shown instead, and where it cannot be, why. */
export async function takeBack(): Promise<void> {
  const line = currentLine();
  if (!line) return;
  const why = whyNot(line);
  if (why) {
    const { formats } = voice(appStore.getState().app?.language ?? 'en');
    return sayHere(why, line.undone ? { time: formats.dateTime(line.undone.at), who: line.undone.who } : {});
  }
  if (!(await takeBackAlone(line.entry, undoInProject))) showEntry();
}

/** Sets a part of what the history is narrowed by; null: no longer by it. */
export function setPart<P extends keyof HistoryFilter>(part: P, value: HistoryFilter[P] | null): void {
  const { [part]: _, ...rest } = historyStore.getState().filter;
  showHistory(value === null ? rest : { ...rest, [part]: value });
}

/** The kind of acts an entry belongs to. */
export const kindOf = ({ label }: HistoryRow): HistoryKind | undefined => HISTORY_KIND_NAMES.find((kind) => (HISTORY_KINDS[kind] as readonly string[]).includes(label));
