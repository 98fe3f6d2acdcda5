import type { Translate } from '#strings/index.ts';
import type { Page } from '../../state/desk.ts';

/** What a page is called: its date and number, or where it has no date, its file. */
export function pageName(t: Translate, { metadata: { values: { date, page } }, files }: Pick<Page, 'metadata' | 'files'>): string {
  return date !== '' ? t('desk.page-name', { date, page: page === '' ? '–' : page }) : (files[0]?.path.split('/').at(-1) ?? '');
}
