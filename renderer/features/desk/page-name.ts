import type { Translate } from '#strings/index.ts';
import type { Page } from '../../state/desk.ts';

/** What a page is called: its date and number, or where it has no date, its file. */
export function pageName(t: Translate, { metadata: { values }, files }: Pick<Page, 'metadata' | 'files'>): string {
  return nameOfPage(t, { ...values, path: files[0]?.path ?? '' });
}

/** The same of a page that is not on the desk. */
export function nameOfPage(t: Translate, { date, page, path }: { readonly date: string; readonly page: string; readonly path: string }): string {
  return date !== '' ? t('desk.page-name', { date, page: page === '' ? '–' : page }) : (path.split('/').at(-1) ?? path);
}
