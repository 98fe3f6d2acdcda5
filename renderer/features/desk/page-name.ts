import type { Translate } from '#strings/index.ts';
import type { Page } from '../../state/desk.ts';

/** What a page is called: its date and number, or where it has no date, its file. */
export function pageName(t: Translate, { metadata: { values }, files }: Pick<Page, 'metadata' | 'files'>): string {
  return nameOfPage(t, { ...values, path: files[0]?.path ?? '' });
}

/** The path a page goes by: the oldest that is there, else the last one of those that were. */
export function pathOfPage(files: Page['files']): string {
  return (files.find(({ state }) => state !== 'missing') ?? files.at(-1))?.path ?? '';
}

/** Whether a page's file is no longer in the folder. */
export const isGone = (files: Page['files']): boolean => files.every(({ state }) => state === 'missing');

/** The same of a page that is not on the desk. */
export function nameOfPage(t: Translate, { date, page, path }: { readonly date: string; readonly page: string; readonly path: string }): string {
  return date !== '' ? t('desk.page-name', { date, page: page === '' ? '–' : page }) : (path.split('/').at(-1) ?? path);
}
