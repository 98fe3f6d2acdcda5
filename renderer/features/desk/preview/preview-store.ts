import { createStore, useStore } from 'zustand';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import { ok } from '#util/result.ts';
import { act, planContext, refuse } from '../../../state/desk-act.ts';
import { previewOf } from '../../../state/desk-preview.ts';
import type { Preview, PreviewKind } from '../../../state/desk-preview.ts';
import type { ArticleShape } from '../../../state/desk-structure.ts';
import { announce, deskViewStore } from '../../../state/desk-view.ts';
import { deskStore, openedPage } from '../../../state/desk.ts';

/** `asked`: by a key, so that Enter does it. A preview that is only pointed at takes no key from anyone. */
type State = { readonly preview: Preview | null; readonly asked: boolean };

const NONE: State = { preview: null, asked: false };
const store = createStore<State>(() => NONE);

/** The preview that is drawn at a passage. */
export const usePreviewAt = (passage: PassageId): Preview | null => useStore(store, ({ preview }) => (preview?.at === passage ? preview : null));

/** The passage of an article at which a preview is drawn; null for none. */
export const usePreviewedIn = (article: ArticleShape | null): PassageId | null =>
  useStore(store, ({ preview }) => (preview && article?.passages.some(({ id }) => id === preview.at) ? preview.at : null));

/** Whether the preview on the page was asked for, and Enter does it. */
export const useAsked = (): boolean => useStore(store, ({ asked }) => asked);

export const isPreviewing = (): boolean => store.getState().preview !== null;

export function endPreview(): void {
  if (isPreviewing()) store.setState(NONE);
}

/** Does what is previewed, if it was asked for. */
export function takePreview(): boolean {
  const { preview, asked } = store.getState();
  if (!preview || !asked) return false;
  endPreview();
  if (openedPage().issue === preview.before) act(ok(preview.plan));
  return true;
}

/** Shows what a split or merge at the selection would result in; asked a second time for the same, does it. */
export function askPreview(kind: PreviewKind): void {
  const made = previewOf(kind, planContext());
  const { preview, asked } = store.getState();
  if (!made.ok) {
    endPreview();
    refuse(made.error);
  } else if (asked && preview?.kind === kind && preview.at === made.value.at) {
    takePreview();
  } else {
    store.setState({ preview: made.value, asked: true });
    const [first, second] = made.value.articles;
    announce(`preview.said.${kind}`, { head: first!.head, passages: first!.passages, lower: second?.head ?? '', rest: second?.passages ?? 0 });
  }
}

/** Shows what merging an article with the one above would result in, for as long as its button is pointed at or has the focus. */
export function pointAtMerge(article: ArticleId): void {
  const { issue } = openedPage();
  const first = issue.articles.find(({ id }) => id === article)?.passages[0];
  const made = first && previewOf('merge', { ...planContext(), selected: [first.id] });
  if (made?.ok) store.setState({ preview: made.value, asked: false });
}

/** Nothing is pointed at any more. What was asked for stays. */
export function leaveMerge(): void {
  if (!store.getState().asked) endPreview();
}

/** A preview is of the page and the selection it was asked for on: when either is another, it is over. To be called once. */
export function followPreview(): void {
  deskStore.subscribe(({ page }) => {
    if (page?.issue !== store.getState().preview?.before) endPreview();
  });
  deskViewStore.subscribe(({ selection, writing, chooser }, before) => {
    if (selection !== before.selection || writing !== before.writing || chooser !== before.chooser) endPreview();
  });
}
