// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DataTable } from './index.ts';
import type { ColumnSpec, SortBy } from './index.ts';

type Line = { readonly id: string; readonly headline: string };

const columns: readonly ColumnSpec<Line>[] = [
  { id: 'id', label: 'Id', width: 60, sortable: true, cell: (line) => line.id },
  { id: 'headline', label: 'Headline', width: 200, grows: 1, cell: (line) => line.headline },
];

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

// happy-dom lays out nothing: every element is given a height, from which the table reckons what is in view.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 340 });

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

/** Draws a table whose rows live in `lines`, as a page cache holds them: outside of React, changed in place, told by `version`. */
async function draw(lines: readonly (Line | undefined)[], version: number, more: Partial<Parameters<typeof DataTable<Line>>[0]> = {}) {
  await act(async () => root.render(
    <DataTable
      label="Lines"
      columns={columns}
      total={lines.length}
      row={rowOf}
      version={version}
      rowKey={(line) => line.id}
      looks={LOOKS}
      onLooks={() => undefined}
      sort={SORT}
      onSort={() => undefined}
      current={null}
      onView={onView}
      waiting={false}
      {...more}
    />,
  ));
}

const LOOKS = { widths: {}, hidden: {} };
const SORT = [{ column: 'id', descending: false }];
const onView = () => undefined;
let held: (Line | undefined)[] = [];
const rowOf = (index: number) => held[index];
const texts = () => [...host.querySelectorAll('.data-body [role=row]')].map((row) => row.textContent);

test('an edited row is drawn anew, though the table’s instance and the row’s key stay the same', async () => {
  held = [{ id: '1', headline: '初夏的河' }, { id: '2', headline: '义诊服务' }];
  await draw(held, 1);
  expect(texts()).toEqual(['1初夏的河', '2义诊服务']);
  held[1] = { id: '2', headline: '义诊服务送到家门口' };
  await draw(held, 2);
  expect(texts()).toEqual(['1初夏的河', '2义诊服务送到家门口']);
});

test('a row that was being fetched is drawn when it is there', async () => {
  held = [undefined, { id: '2', headline: '义诊服务' }];
  await draw(held, 1);
  expect(host.querySelectorAll('.fetching')).toHaveLength(1);
  held[0] = { id: '1', headline: '初夏的河' };
  await draw(held, 2);
  expect(host.querySelectorAll('.fetching')).toHaveLength(0);
  expect(texts()[0]).toBe('1初夏的河');
});

test('of a hundred thousand rows only those in view exist', async () => {
  held = Array.from({ length: 100_000 }, (_, at) => ({ id: `${at}`, headline: '' }));
  await draw(held, 1);
  expect(host.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('100001');
  expect(texts().length).toBeGreaterThan(5);
  expect(texts().length).toBeLessThan(40);
});

test('a hidden column is not drawn; a click on a head asks for the other order', async () => {
  held = [{ id: '1', headline: '初夏的河' }];
  const onSort = vi.fn<(sort: readonly SortBy[]) => void>();
  await draw(held, 1, { looks: { widths: {}, hidden: { headline: true } }, onSort });
  expect(texts()).toEqual(['1']);
  await act(async () => host.querySelector<HTMLButtonElement>('.sort')?.click());
  expect(onSort).toHaveBeenCalledWith([{ column: 'id', descending: true }]);
});
