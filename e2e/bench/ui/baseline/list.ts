import { createElement, Fragment, memo, useLayoutEffect, useReducer } from 'react';
import { firstState, pressed } from './rows.ts';
import type { ListRow } from './rows.ts';

const keyOf = ({ ctrlKey, key }: KeyboardEvent): string => (ctrlKey ? `Control+${key}` : key);

/** The bare list: the rows, one of which has the focus, and the keys. */
export function List({ pages }: { readonly pages: readonly (readonly ListRow[])[] }) {
  const [state, press] = useReducer(pressed, pages, firstState);
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => press(keyOf(event));
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useLayoutEffect(() => document.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }), [state.rows, state.focus]);
  return createElement(Fragment, null, state.rows.map((row, index) => createElement(Row, { key: row.id, row, current: index === state.focus })));
}

const Row = memo(function Row({ row, current }: { readonly row: ListRow; readonly current: boolean }) {
  return createElement(
    Fragment, null,
    row.begins && createElement('div', { className: 'rule' }, row.doubt && createElement('span', { className: 'answers' }, '?')),
    createElement('p', { 'data-passage': row.id, 'aria-current': current }, row.text),
  );
});
