import { beforeEach, expect, test } from 'vitest';
import type { Request } from '#contract/calls.ts';
import type { Row } from '#contract/schemas/library.ts';
import type { AppState, ProjectInfo } from '#contract/schemas/project.ts';
import { articleId } from '#core/model/ids.ts';
import { ok } from '#util/result.ts';
import { appStore } from '../../state/app.ts';
import { changeFilter, forgetLibraryQuery, libraryQuery } from '../../state/library-query.ts';
import { forgetSpot, spotNow } from '../../state/library-spot.ts';
import type { Spot } from '../../state/library-spot.ts';
import { projectStore } from '../../state/project.ts';
import { forgetPlaces, goBack, openIssue, returnTo } from '../../state/screen.ts';
import { moveTo } from './cursor.ts';
import { currentRow, followLibrary, libraryStore, rows } from './library-store.ts';

const TOTAL = 300;
let order = Array.from({ length: TOTAL }, (_, n) => `a${n}`);
const rowOf = (article: string) => ({ article: articleId(article), issue: 1, position: 1, headline: article }) as Row;

const calls = {
  'library.rows': ({ offset, limit, filter }: Request<'library.rows'>) => {
    const shown = filter.text ? order.filter((id) => id.includes(filter.text ?? '')) : order;
    return ok({ total: shown.length, revision: 0, rows: shown.slice(offset, offset + limit).map(rowOf) });
  },
  'library.facets': () => ok({}),
};
const answer = (name: keyof typeof calls) => async (request: never) => calls[name](request);
Object.assign(globalThis, { window: { stet: { calls: new Proxy({}, { get: (_, name: keyof typeof calls) => answer(name) }), events: {} } } });
followLibrary();

const settled = async () => {
  for (let n = 0; n < 30; n += 1) await Promise.resolve();
};
const at = (spot: Spot) => ({ screen: 'library', view: 'articles', was: { ...libraryQuery.getState(), spot: { ...spot } } }) as const;
const here = () => [libraryStore.getState().current, currentRow()?.article];

beforeEach(async () => {
  order = Array.from({ length: TOTAL }, (_, n) => `a${n}`);
  projectStore.setState({ info: null });
  appStore.setState({ app: { project: { id: 'p' } } as unknown as AppState });
  forgetPlaces();
  forgetSpot();
  forgetLibraryQuery();
  rows.view(0, 20);
  await settled();
});

const SPOT: Spot = { current: 157, article: articleId('a157'), top: 150 };
const info = () => projectStore.setState({ info: {} as ProjectInfo });
const look = () => rows.view(150, 170); // as the table does that comes up there

test.each([['before', [info, settled, look]], ['after', [look, settled, info]]] as const)('a project opens at the row it was left at, also where what is known of it comes %s its rows', async (_, steps) => {
  forgetSpot();
  returnTo(at(SPOT));
  for (const step of [...steps, settled, look, settled]) await Promise.resolve(step());
  expect(here()).toEqual([157, 'a157']);
  expect(spotNow()).toMatchObject({ current: 157, article: 'a157' });
});

test('back from a page leads to the row, or to where its article stands by now if that is near', async () => {
  info();
  await settled();
  look();
  await settled();
  moveTo(157);
  openIssue(1);
  order = [...order.slice(0, 100), 'new', ...order.slice(100)];
  rows.refresh();
  await settled();
  goBack();
  await settled();
  expect(here()).toEqual([158, 'a157']);
});

test('back to a filter: its row, though another has the cursor first', async () => {
  info();
  look();
  await settled();
  changeFilter({ text: 'a15' });
  await settled();
  moveTo(4);
  expect(currentRow()?.article).toBe('a153');
  returnTo(at({ ...SPOT, current: 2, article: articleId('a151') }));
  await settled();
  expect(here()).toEqual([2, 'a151']);
});

test('a list that is shorter by now has its last row', async () => {
  info();
  await settled();
  order = order.slice(0, 40);
  rows.refresh();
  await settled();
  returnTo(at(SPOT));
  await settled();
  expect(here()).toEqual([39, 'a39']);
});
