import type { Translate } from '#strings/index.ts';
import type { Metadata } from '#contract/schemas/library.ts';
import { nameOfPage } from '../page-name.ts';

type PageOfLink = { readonly metadata: Metadata; readonly path: string };

/** The other page, as it is called beside this one: by its number where newspaper and day are the same, else also by those; by its file where nothing else is known. */
export function pageOfLink(t: Translate, { metadata, path }: PageOfLink, here: Metadata | undefined): string {
  const { newspaper, date, page } = metadata;
  if (page !== '' && here?.newspaper === newspaper && here.date === date) return t('desk.link.page', { page });
  const name = nameOfPage(t, { date, page, path });
  return newspaper === '' || newspaper === here?.newspaper ? name : `${newspaper} ${name}`;
}
