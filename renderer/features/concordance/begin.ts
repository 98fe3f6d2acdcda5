import type { Mender } from '#contract/schemas/concordance.ts';
import type { PassageId } from '#core/model/ids.ts';
import { passageText } from '#core/checks/passage-text.ts';
import { call } from '../../bridge/bridge.ts';
import { stopOf } from '../../state/desk-outline.ts';
import { deskViewStore } from '../../state/desk-view.ts';
import { openedPage } from '../../state/desk.ts';
import { goTo } from '../../state/screen.ts';
import { sayError } from '../../state/toasts.ts';
import { findingHere } from '../desk/findings/findings-store.ts';
import { searchStore } from '../search/search-store.ts';
import { beginWith, showDone } from './concordance-store.ts';
import { seedOf } from './seed.ts';

const LONGEST_MARKED = 60;

/** The words that are marked in the text. */
export const markedText = (): string => {
  const marked = (window.getSelection()?.toString() ?? '').replaceAll('\n', '').trim();
  return marked.length <= LONGEST_MARKED ? marked : '';
};

/** Whether the desk has something that there may be more of: marked words or a finding. */
export const hasLike = (): boolean => markedText() !== '' || findingHere() !== null;

const go = (): void => goTo({ screen: 'concordance' });

/** Every place like the one at the desk: like the marked words, or else like the finding one is at. */
export async function everyPlaceHere(): Promise<void> {
  const marked = markedText();
  const finding = findingHere();
  const { id, issue } = openedPage();
  const nearTo = (passage: PassageId | undefined) => ({ issue: id, article: issue.articles.find(({ passages }) => passages.some((each) => each.id === passage))?.id ?? null });
  if (marked !== '') {
    beginWith(marked, null, nearTo(deskViewStore.getState().selection?.focus));
    return go();
  }
  const passage = finding && stopOf(issue, finding.passage)?.passage;
  if (!finding || !passage) return;
  const seed = await seedOf(finding, passageText(issue.source, passage.pieces), async (text, from, to) => {
    const wide = await call('concordance.widen', { text, from, to });
    if (wide.ok) return wide.value;
    sayError(wide.error);
    return { from, to };
  });
  beginWith(seed.text, seed.put, nearTo(finding.passage), seed.question);
  go();
}

/** Every place that the search finds, to be mended. */
export function everyPlaceFound(): void {
  const { text, newest: _, ...question } = searchStore.getState().question;
  beginWith(text, null, null, { ...question, view: 'emended' });
  go();
}

/** The places that an entry of the history or a rule mended. */
export function everyPlaceDone(mender: Mender): void {
  showDone(mender);
  go();
}
