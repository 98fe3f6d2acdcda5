import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleId } from '#core/model/ids.ts';
import { followFilterPlaces } from './filter-places.ts';
import { changeFilter, clearFilter, forgetLibraryQuery, libraryQuery, setSort } from './library-query.ts';
import { forgetSpots, spots } from './library-spot.ts';
import { forgetPlaces, goBack, goForward, goToScreen, openIssue, screenStore } from './screen.ts';

let stop: () => void;
let open = true;

beforeEach(() => {
  forgetPlaces();
  forgetLibraryQuery();
  forgetSpots();
  open = true;
  stop = followFilterPlaces(() => open);
});
afterEach(() => stop());

const filter = () => libraryQuery.getState().filter;
const way = () => screenStore.getState().back.length;

test('back from a page leads to the filter, the order and the row the Library was left at, forward to the page', () => {
  changeFilter({ status: ['new'] });
  setSort([{ column: 'date', descending: true }]);
  spots.articles.noteCursor(57, articleId('a57'));
  spots.articles.noteTop(50);
  openIssue(3);
  forgetLibraryQuery(); // the queue bar or a command may have changed it from another screen
  goBack();
  expect(libraryQuery.getState()).toMatchObject({ filter: { status: ['new'] }, sort: [{ column: 'date', descending: true }] });
  expect(spots.articles.store.getState().wanted).toEqual({ current: 57, row: 'a57', top: 50 });
  expect(spots.articles.now()?.top).toBe(50);
  goForward();
  expect(screenStore.getState().place).toMatchObject({ screen: 'desk', issue: 3 });
});

test('each choice of a filter is a place of its own, what is typed on into one field is one', () => {
  changeFilter({ status: ['new'] });
  for (const text of ['河', '河道', '河道清']) changeFilter({ text });
  changeFilter({ folder: '2024' });
  changeFilter({ text: '河' });
  expect(way()).toBe(4);
  goBack();
  expect(filter()).toEqual({ status: ['new'], text: '河道清', folder: '2024' });
  goBack();
  goBack();
  expect(filter()).toEqual({ status: ['new'] });
  goBack();
  expect([filter(), way()]).toEqual([{}, 0]);
  for (let n = 0; n < 4; n += 1) goForward();
  expect(filter()).toEqual({ status: ['new'], text: '河', folder: '2024' });
});

test('typing into a field again after going somewhere else is another place', () => {
  changeFilter({ text: '河' });
  goToScreen('topics');
  goBack();
  changeFilter({ text: '河道' });
  goBack();
  expect(filter()).toEqual({ text: '河' });
});

test('what changes the filter without a choice there makes no place', () => {
  setSort([{ column: 'date', descending: true }]); // another order of the same
  clearFilter(); // nothing was filtered
  goToScreen('export');
  changeFilter({ status: ['problem'] });
  expect(way()).toBe(1);
  open = false; // another project: its filter is put in the place of the last one's
  goBack();
  changeFilter({ text: '麦' });
  expect(way()).toBe(0);
});
