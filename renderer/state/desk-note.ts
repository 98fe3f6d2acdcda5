import type { ArticleId } from '#core/model/ids.ts';
import { newOnce } from '../bridge/bridge.ts';
import { make } from './desk-act.ts';
import { articlePosition } from './desk-outline.ts';
import { openedPage } from './desk.ts';

/** A note being written: one entry of the journal from the moment the field is entered until it is left. */
export type NoteRun = { readonly article: ArticleId; readonly key: string };

export function beginNote(article: ArticleId): NoteRun {
  return { article, key: newOnce() };
}

/** The note on an article as the page has it now. */
export function noteOf(article: ArticleId): string {
  const { issue } = openedPage();
  return issue.articles[articlePosition(issue, article)]?.note ?? '';
}

/** Keeps a note as it is now. Nothing is sent where it says what it said. */
export function keepNote({ article, key }: NoteRun, note: string): void {
  const { issue } = openedPage();
  if (articlePosition(issue, article) >= 0 && noteOf(article) !== note) make('note', [{ kind: 'setNote', article, note }], key);
}
