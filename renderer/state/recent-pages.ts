import type { ArticleId } from '#core/model/ids.ts';
import { readPieces } from '#core/model/reading.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { appStore } from './app.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';
import { recall, remember } from './remember.ts';
import { screenStore } from './screen.ts';

/** A page that was on the desk, with what it is called in a list. */
export type RecentPage = {
  readonly issue: IssueId;
  readonly article: ArticleId | null; // where it was opened
  readonly headline: string;
  readonly where: string;
};

const MOST_KEPT = 30;

const isRecent = (value: unknown): value is RecentPage =>
  typeof value === 'object' && value !== null && 'issue' in value && typeof value.issue === 'number' && 'headline' in value && typeof value.headline === 'string'
  && 'where' in value && typeof value.where === 'string' && 'article' in value && (value.article === null || typeof value.article === 'string');

const areRecent = (value: unknown): value is readonly RecentPage[] => Array.isArray(value) && value.every(isRecent);

const nameOf = (): string => `pages.${appStore.getState().app?.project?.id ?? ''}`;

/** The pages of this project that were on the desk, the last one first. */
export function recentPages(): readonly RecentPage[] {
  return recall(nameOf(), areRecent) ?? [];
}

/** Notes each page that comes to the desk. To be called once. */
export function followRecentPages(): void {
  deskStore.subscribe(({ page }, before) => {
    if (page && page.id !== before.page?.id) afterPaint(note);
  });
}

function note(): void {
  const { page } = deskStore.getState();
  if (!page) return;
  const { place } = screenStore.getState();
  const opened = describe(page, place.screen === 'desk' && place.issue === page.id ? place.article : null);
  remember(nameOf(), [opened, ...recentPages().filter(({ issue }) => issue !== page.id)].slice(0, MOST_KEPT));
}

function describe({ id, issue, metadata, files }: Page, wanted: ArticleId | null): RecentPage {
  const article = issue.articles.find((one) => one.id === wanted) ?? issue.articles[0];
  const headline = article?.passages.find(({ role }) => role === 'headline') ?? article?.passages[0];
  const { newspaper, date, page } = metadata.values;
  return {
    issue: id,
    article: wanted,
    headline: headline ? readPieces(issue.source, headline.pieces, 'emended').slice(0, 60) : '',
    where: [newspaper, date, page].filter(Boolean).join(' · ') || (files[0]?.path ?? ''),
  };
}
