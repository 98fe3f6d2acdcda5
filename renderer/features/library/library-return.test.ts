import { beforeEach, expect, test } from 'vitest';
import type { Request } from '#contract/calls.ts';
import type { PageRow, Row } from '#contract/schemas/library.ts';
import type { AppState, ProjectInfo } from '#contract/schemas/project.ts';
import { articleId } from '#core/model/ids.ts';
import { ok } from '#util/result.ts';
import { appStore } from '../../state/app.ts';
import { changeFilter, forgetLibraryQuery, libraryQuery, setPageSort } from '../../state/library-query.ts';
import { forgetSpots, spots } from '../../state/library-spot.ts';
import type { Spot } from '../../state/library-spot.ts';
import { projectStore } from '../../state/project.ts';
import { forgetPlaces, goBack, goTo, openIssue, returnTo, screenStore } from '../../state/screen.ts';
import { moveTo, openCurrent } from './cursor.ts';
import { articles, followLibrary, pages } from './library-store.ts';

const TOTAL = 300;
let order = Array.from({ length: TOTAL }, (_, n) => `a${n}`);
const rowOf = (article: string) => ({ article: articleId(article), issue: 1, position: 1, headline: article }) as Row;

const pageRow = (issue: number) => ({ issue, file: `p${issue}.txt`, first: articleId(`first${issue}`) }) as PageRow;
const asked: Request<'library.pages'>[] = [];

const calls = {
  'library.pages': (request: Request<'library.pages'>) => {
    asked.push(request);
    return ok({ total: TOTAL, revision: 0, rows: Array.from({ length: request.limit }, (_, at) => pageRow(request.offset + at)) });
  },
  'library.rows': ({ offset, limit, filter }: Request<'library.rows'>) => {
    const shown = filter.text ? order.filter((id) => id.includes(filter.text ?? '')) : order;
    return ok({ total: shown.length, revision: 0, rows: shown.slice(offset, offset + limit).map(rowOf) });
  },
  'library.facets': () => ok({}),
};
const answer = (name: keyof typeof calls) => async (request: never) => calls[name](request);
Object.assign(globalThis, { requestIdleCallback: (act: () => void) => act(), window: { stet: { calls: new Proxy({}, { get: (_, name: keyof typeof calls) => answer(name) }), events: {} } } });
followLibrary();

const settled = async () => {
  for (let n = 0; n < 30; n += 1) await Promise.resolve();
};
const at = (spot: Spot) => ({ screen: 'library', view: 'articles', was: { ...libraryQuery.getState(), spot: { ...spot } } }) as const;
const here = () => [articles.cursor.getState().current, articles.currentRow()?.article];

beforeEach(async () => {
  order = Array.from({ length: TOTAL }, (_, n) => `a${n}`);
  projectStore.setState({ info: null });
  appStore.setState({ app: null });
  forgetPlaces();
  forgetSpots();
  forgetLibraryQuery();
  toList('articles');
  appStore.setState({ app: { project: { id: 'p' } } as unknown as AppState });
  for (const { rows } of [articles, pages]) rows.view(0, 20);
  await settled();
  asked.length = 0;
});

const SPOT: Spot = { current: 157, row: 'a157', top: 150 };
const info = () => projectStore.setState({ info: {} as ProjectInfo });
const look = () => articles.rows.view(150, 170); // as the table does that comes up there

test.each([['before', [info, settled, look]], ['after', [look, settled, info]]] as const)('a project opens at the row it was left at, also where what is known of it comes %s its rows', async (_, steps) => {
  forgetSpots();
  returnTo(at(SPOT));
  for (const step of [...steps, settled, look, settled]) await Promise.resolve(step());
  expect(here()).toEqual([157, 'a157']);
  expect(spots.articles.now()).toMatchObject({ current: 157, row: 'a157' });
});

/** Opens the page of the article in a row of the list. */
async function openFrom(row: number): Promise<void> {
  info();
  await settled();
  look();
  await settled();
  moveTo(row);
  openIssue(1);
}

test('back from a page leads to the row, or to where its article stands by now if that is near', async () => {
  await openFrom(157);
  order = [...order.slice(0, 100), 'new', ...order.slice(100)];
  articles.rows.refresh();
  await settled();
  goBack();
  await settled();
  expect(here()).toEqual([158, 'a157']);
});

test('what is told only after the return moves the row, and the cursor with it, until that is moved by hand', async () => {
  await openFrom(157);
  goBack();
  await settled();
  order = [...order.filter((id) => id !== 'a157').slice(0, 150), 'a157', ...order.filter((id) => id !== 'a157').slice(150)];
  articles.rows.refresh();
  await settled();
  expect(here()).toEqual([150, 'a157']);
  moveTo(160);
  order = ['new', ...order];
  articles.rows.refresh();
  await settled();
  expect(here()).toEqual([161, 'a160']);
  moveTo(150);
  order = [...order, 'last'];
  articles.rows.refresh();
  await settled();
  expect(here()).toEqual([150, 'a149']);
});

test('back to a filter: its row, though another has the cursor first', async () => {
  info();
  look();
  await settled();
  changeFilter({ text: 'a15' });
  await settled();
  moveTo(4);
  expect(articles.currentRow()?.article).toBe('a153');
  returnTo(at({ ...SPOT, current: 2, row: 'a151' }));
  await settled();
  expect(here()).toEqual([2, 'a151']);
});

test('a list that is shorter by now has its last row', async () => {
  info();
  await settled();
  order = order.slice(0, 40);
  articles.rows.refresh();
  await settled();
  returnTo(at(SPOT));
  await settled();
  expect(here()).toEqual([39, 'a39']);
});

const toList = (view: 'articles' | 'pages') => goTo({ screen: 'library', view });

test('a page opens at its first article that is not approved; back leads to its row in the list of pages', async () => {
  info();
  toList('pages');
  pages.rows.view(0, 20);
  await settled();
  expect([pages.cursor.getState().current, articles.cursor.getState().current]).toEqual([0, 0]);
  pages.rows.view(150, 170);
  await settled();
  moveTo(157);
  spots.pages.noteTop(150);
  openCurrent();
  expect(screenStore.getState().place).toEqual({ screen: 'desk', issue: 157, article: 'first157' });
  moveTo(0);
  goBack();
  await settled();
  expect(screenStore.getState().place).toMatchObject({ screen: 'library', view: 'pages' });
  expect([pages.cursor.getState().current, spots.pages.top()]).toEqual([157, 150]);
});

test('a list is asked for what the query is by now when it comes to the front, and not before', async () => {
  info();
  await settled();
  toList('pages');
  await settled();
  expect(asked).toHaveLength(2); // the rows in view and those behind them
  toList('articles');
  toList('pages');
  expect(asked).toHaveLength(2); // nothing has changed
  toList('articles');
  asked.length = 0;
  changeFilter({ text: 'a15' });
  setPageSort([{ column: 'left', descending: true }]);
  await settled();
  expect(asked).toHaveLength(0);
  toList('pages');
  expect(asked[0]).toMatchObject({ filter: { text: 'a15' }, sort: [{ column: 'left', descending: true }] });
});

/** The list as the engine has it now, told as changed. */
async function changed(now: readonly string[]): Promise<void> {
  order = [...now];
  articles.refresh(true);
  await settled();
}

const others = (count: number) => Array.from({ length: count }, (_, n) => `new${n}`);

test('where others come or go above it, the cursor goes along with its row, also past the end of what is fetched at once', async () => {
  moveTo(95);
  await settled();
  await changed([...others(3), ...order]);
  expect(here()).toEqual([98, 'a95']);
  await changed([...others(8), ...order.slice(3)]);
  expect(here()).toEqual([103, 'a95']);
  await changed(order.slice(8));
  expect(here()).toEqual([95, 'a95']);
  await changed(order.toSpliced(96, 1));
  await changed([...others(2), ...order.toSpliced(94, 1)]);
  expect(here()).toEqual([96, 'a95']);
});

test('a row that what was done to it takes elsewhere or out of the list is not followed: the cursor goes on with the next, and stays with that', async () => {
  moveTo(5);
  await changed(order.filter((id) => id !== 'a5').toSpliced(50, 0, 'a5'));
  expect(here()).toEqual([5, 'a6']);
  await changed(order.filter((id) => id !== 'a6'));
  expect(here()).toEqual([5, 'a7']);
  await changed([...others(2), ...order]);
  expect(here()).toEqual([7, 'a7']);
});

test('where nobody has put it anywhere, it stays on the first row, whatever comes above', async () => {
  await changed([...others(2), ...order]);
  expect(here()).toEqual([0, 'new0']);
});
