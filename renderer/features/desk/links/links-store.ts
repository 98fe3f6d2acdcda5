import { createStore, useStore } from 'zustand';
import type { Link } from '#contract/schemas/link.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { LINK_SIDES } from '#core/model/issue.ts';
import type { LinkSide } from '#core/model/issue.ts';
import { call, listen } from '../../../bridge/bridge.ts';
import { coalesce } from '../../../state/coalesce.ts';
import { deskStore } from '../../../state/desk.ts';
import type { Page } from '../../../state/desk.ts';

/** An article for which the other end of a link is being chosen. */
export type Asked = { readonly issue: IssueId; readonly article: ArticleId; readonly side: LinkSide; readonly page: string };

type State = { readonly issue: IssueId | null; readonly links: readonly Link[]; readonly asked: Asked | null };

/** Where the articles of the page on the desk go on and come from, as the engine says it, and for which of them that is being chosen. */
const linksStore = createStore<State>(() => ({ issue: null, links: [], asked: null }));

const linkIn = ({ links, issue }: State, article: ArticleId | null, side: LinkSide): Link | null =>
  (issue === deskStore.getState().page?.id && links.find((link) => link.of === article && link.side === side)) || null;

/** The link on one side of an article of the page on the desk; null where it has none. */
export const linkOf = (article: ArticleId | null, side: LinkSide): Link | null => linkIn(linksStore.getState(), article, side);

export const useLink = (article: ArticleId | null, side: LinkSide): Link | null => useStore(linksStore, (state) => linkIn(state, article, side));

export const useAsked = (): Asked | null => useStore(linksStore, ({ asked }) => asked);

export const setAsked = (asked: Asked | null): void => linksStore.setState({ asked });

/** What the page says of its links. */
const saidOf = (page: Page | null): string =>
  page === null ? '' : JSON.stringify([page.id, page.issue.articles.flatMap((article) => LINK_SIDES.flatMap((side) => (article[side] ? [[article.id, side, article[side]]] : [])))]);

const SETTLE = 150; // milliseconds: where many pages change one after the other

async function ask(): Promise<void> {
  const { page } = deskStore.getState();
  if (!page || saidOf(page) === JSON.stringify([page.id, []])) return linksStore.setState({ issue: page?.id ?? null, links: [] });
  const said = saidOf(page);
  const answer = await call('link.of', { issue: page.id });
  if (answer.ok && saidOf(deskStore.getState().page) === said) linksStore.setState({ issue: page.id, links: answer.value });
}

/** Follows what the page on the desk says of links, and what becomes of the pages that they lead to. To be called once. */
export function followLinks(): void {
  let articles: Page['issue']['articles'] | undefined;
  let said = '';
  let version = 0;
  const soon = coalesce(() => void ask(), SETTLE);
  deskStore.subscribe(({ page, version: saved }) => {
    if (page?.issue.articles === articles && saved === version) return;
    const now = saidOf(page);
    // Until the engine has what the page says it answers for the page before: then it is asked anew.
    const [isNews, isSaved] = [now !== said, saved !== version && linksStore.getState().links.length > 0];
    [articles, said, version] = [page?.issue.articles, now, saved];
    if (isNews) void ask();
    else if (isSaved) soon();
  });
  listen('issue.changed', ({ issue }) => {
    if (linksStore.getState().links.some((link) => link.issue === issue)) soon();
  });
}
