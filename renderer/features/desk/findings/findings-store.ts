import { createStore, useStore } from 'zustand';
import type { AcceptedScope } from '#contract/schemas/accepted.ts';
import type { AcceptedText } from '#core/checks/accepted.ts';
import type { Finding } from '#core/checks/check.ts';
import { wordingFound } from '#core/checks/run.ts';
import { isStringKey } from '#strings/index.ts';
import { ok } from '#util/result.ts';
import { acceptAtOnce } from '../../../state/accepted.ts';
import { act } from '../../../state/desk-act.ts';
import { findingsNow } from '../../../state/desk-findings.ts';
import { isLanguageAwaited } from '../../../state/desk-language.ts';
import { outlineOf, stopOf } from '../../../state/desk-outline.ts';
import { useAtDesk } from '../../../state/desk-parts.ts';
import { only } from '../../../state/desk-selection.ts';
import { no } from '../../../state/desk-settle.ts';
import { tell } from '../../../state/desk-tell.ts';
import { announce, deskViewStore } from '../../../state/desk-view.ts';
import { undoLast } from '../../../state/desk-undo-last.ts';
import { openedPage } from '../../../state/desk.ts';
import { say } from '../../../state/toasts.ts';

/** The finding one went to: it is what the keys answer until something else is selected (`reveal` has grown since). */
type State = { readonly id: string | null; readonly reveal: number; readonly shown: number };

const findingStore = createStore<State>(() => ({ id: null, reveal: 0, shown: 0 }));

/** What the checks find on the page. */
export const useFindings = (): readonly Finding[] => useAtDesk(findingsNow);

/** The same, for who asks but once. */
export const findingHere = (): Finding | null => hereNow();

function hereNow(): Finding | null {
  const { id, reveal } = findingStore.getState();
  return id !== null && deskViewStore.getState().reveal === reveal ? (findingsNow().find((one) => one.id === id) ?? null) : null;
}

/** The finding that the keys answer; null for none. */
export function useFindingHere(): Finding | null {
  useStore(findingStore, ({ id }) => id);
  return useAtDesk(hereNow);
}

/** Grows when the finding one went to is to be brought into sight. */
export const useShown = (): number => useStore(findingStore, ({ shown }) => shown);

/** Goes to a finding, its stretch of text rather than its whole passage. */
export function goTo(finding: Finding): void {
  const { writing, reveal } = deskViewStore.getState();
  deskViewStore.setState({ selection: only(finding.passage), chooser: null, writing: writing?.passage === finding.passage ? writing : null });
  findingStore.setState(({ shown }) => ({ id: finding.id, reveal, shown: shown + 1 }));
  if (!document.activeElement?.closest('.desk-details')) document.querySelector<HTMLElement>(`[data-passage="${CSS.escape(finding.passage)}"]`)?.focus({ preventScroll: true });
  if (isStringKey(finding.messageId)) announce(finding.messageId, finding.data);
}

/** A place in reading order, to go on from. */
type From = { readonly order: number; readonly at: number };

function fromNow(): From {
  const here = hereNow();
  const { at } = outlineOf(openedPage().issue);
  if (here) return { order: at.get(here.passage) ?? 0, at: here.range.from };
  const { selection } = deskViewStore.getState();
  return { order: selection ? (at.get(selection.focus) ?? 0) : 0, at: -1 };
}

/** The next finding behind a place (1) or the last before it (-1), round the page. */
function findingFrom(from: From, step: 1 | -1): Finding | null {
  const { at } = outlineOf(openedPage().issue);
  const side = (one: Finding): number => (at.get(one.passage) ?? 0) - from.order || one.range.from - from.at;
  const all = findingsNow();
  return (step > 0 ? (all.find((one) => side(one) > 0) ?? all[0]) : (all.findLast((one) => side(one) < 0) ?? all.at(-1))) ?? null;
}

/** Goes to the next finding of the page or the one before. */
export function stepFinding(step: 1 | -1): void {
  const finding = findingFrom(fromNow(), step);
  if (finding) goTo(finding);
  else tell(isLanguageAwaited(openedPage()) ? 'findings.none-yet' : 'findings.none');
}

function answer(finding: Finding, done: () => boolean): void {
  goTo(finding);
  const from = fromNow();
  if (!done()) return;
  const next = findingFrom(from, 1);
  if (next) goTo(next);
}

/** Makes the change a finding suggests and goes on; says so where it suggests none. */
export function mend(finding: Finding): void {
  const [edit] = finding.suggestions;
  if (!edit) return tell('findings.no-suggestion');
  answer(finding, () => act(ok({ label: 'mend', edits: [edit], select: null })));
}

/** Says that a finding is none, and goes on. It stays so: the answer is kept with the page. */
export function dismiss(finding: Finding): void {
  answer(finding, () => act(ok({ label: 'dismiss', edits: [], select: null }), no('finding', finding.id)));
}

/** The wording that a finding on the page is about; null where it is about its place alone. */
export function wordingHere(finding: Finding): AcceptedText | null {
  const { issue } = openedPage();
  const passage = stopOf(issue, finding.passage)?.passage;
  return passage ? wordingFound(issue.source, passage, finding) : null;
}

/** Says that what a finding is about is right wherever it stands, in the project or everywhere, and goes on. It is one entry with the answer here. */
export function dismissIn(finding: Finding, scope: AcceptedScope): void {
  const wording = wordingHere(finding);
  if (!wording) return tell('findings.only-here');
  const accept = [{ scope, ...wording }];
  answer(finding, () => {
    if (!act(ok({ label: `dismiss-${scope}`, edits: [], select: null }), { ...no('finding', finding.id), accept })) return false;
    acceptAtOnce(accept);
    say(`findings.accepted.${scope}`, { text: wording.text }, undoLast);
    return true;
  });
}

const byPlace = (a: Finding, b: Finding): number => b.range.from - a.range.from; // from the end on: what comes before stays where it is

/** Answers several at once, from the one that is here if it is among them, and goes on to the next that is left. */
function answerAll(findings: readonly Finding[], done: () => boolean): void {
  const here = hereNow();
  const first = findings.find(({ id }) => id === here?.id) ?? findings[0];
  if (first) answer(first, done);
}

/** Makes all the changes that findings suggest, as one entry of the journal, and goes on. */
export function mendAll(findings: readonly Finding[]): void {
  const edits = findings.toSorted(byPlace).flatMap(({ suggestions }) => suggestions.slice(0, 1));
  answerAll(findings, () => act(ok({ label: 'mend', edits, select: null })));
}

/** Says of all of them that they are none, as one entry of the journal, and goes on. */
export function dismissAll(findings: readonly Finding[]): void {
  const settle = findings.map(({ id }) => ({ kind: 'finding', subject: id, verdict: 'wrong' }) as const);
  answerAll(findings, () => act(ok({ label: 'dismiss', edits: [], select: null }), { settle, confirmAside: null }));
}

/** All findings of the same check as the one that the keys answer; none where there is no such one. */
export function sameKindNow(): readonly Finding[] {
  const here = hereNow();
  return here === null ? [] : findingsNow().filter(({ check }) => check === here.check);
}

/** Whether a finding is at hand that can be dismissed beyond its place. */
export function canDismissBeyond(): boolean {
  const here = hereNow();
  return here !== null && wordingHere(here) !== null;
}

/** Whether all of some findings can be mended at once. */
export const canMendAll = (findings: readonly Finding[]): boolean => findings.length > 0 && findings.every(({ suggestions }) => suggestions.length > 0);

/** Does something with the finding the keys answer. False if there is none: then they are for what else is asked here. */
export function withFindingHere(run: (finding: Finding) => void): boolean {
  const finding = hereNow();
  if (finding) run(finding);
  return finding !== null;
}
