import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { ACCEPTED_SCOPES } from '#contract/schemas/accepted.ts';
import type { AcceptedRow } from '#contract/schemas/accepted.ts';
import { useKeysSaid } from '../../commands/keys-said.ts';
import { acceptedStore, useAccepted } from '../../state/accepted.ts';
import { useTellHere } from '../../state/here.ts';
import { useFormats, useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { SettledField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { leadsToList } from '../../ui/leave-field.ts';
import { Notice } from '../../ui/notice.tsx';
import { DataTable, useOwnLooks } from '../../ui/table/index.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { acceptedColumns } from './accepted-columns.tsx';
import { AcceptedForm } from './accepted-form.tsx';
import { chosenRows, currentIndex, followPlaces, listStore, moveTo, rowKey, shownRows, shownVersion, toggleAll, toggleTick, useList } from './accepted-store.ts';
import { ImportPreview } from './import-preview.tsx';
import { editCurrent, exportList, findCurrent, importList, moveChosen, removeChosen } from './acts.ts';
import '../library/filter-bar.css';
import './accepted.css';

const SCOPES = ['both', ...ACCEPTED_SCOPES] as const;
const nothing = (): void => undefined;

function follow(listener: () => void): () => void {
  const stops = [acceptedStore.subscribe(listener), listStore.subscribe(listener)];
  return () => stops.forEach((stop) => stop());
}

/** The wordings that are right as they stand, in the project and in every project: to see what each quiets, to change, to share. */
export function AcceptedScreen() {
  const t = useT();
  const known = useAccepted((state) => state.known);
  const all = useAccepted((state) => state.rows.length);
  const editing = useList((state) => state.editing);
  const importing = useList((state) => state.importing);
  const said = useKeysSaid('accepted.empty-text');
  const rows = useSyncExternalStore(follow, shownRows);
  useTellHere([t('rail.accepted')], known ? t('accepted.count', { count: rows.length }) : '');
  useEffect(followPlaces, []);
  return (
    <section className="accepted" aria-label={t('rail.accepted')}>
      <h2 className="visually-hidden">{t('accepted.title')}</h2>
      <p className="accepted-lead">{t('accepted.lead')}</p>
      <Bar count={rows.length} />
      {importing && <ImportPreview begun={importing} />}
      <AcceptedForm key={editing ? rowKey(editing) : ''} editing={editing} />
      {!known ? <Waiting /> : all === 0 ? (
        <Notice title={t('accepted.empty')} actions={<Button command="accepted.import" onClick={() => void importList('project')}>{t('accepted.import')}</Button>}>{t('accepted.empty-text', said)}</Notice>
      ) : rows.length === 0 ? (
        <Notice title={t('accepted.none')} actions={<Button command="accepted.less" onClick={() => listStore.setState({ text: '', scope: 'both' })}>{t('accepted.show-all')}</Button>} />
      ) : <Lines rows={rows} />}
    </section>
  );
}

function Bar({ count }: { readonly count: number }) {
  const t = useT();
  const { text, scope, ticked } = useList((state) => state);
  const all = useAccepted((state) => state.rows.length);
  const counting = useAccepted((state) => state.counting);
  const chosen = useSyncExternalStore(follow, () => chosenRows().length);
  return (
    <div className="filter-bar">
      <span className="search-box">
        <Icon name="search" />
        <SettledField
          id="accepted-filter"
          lang="zh-Hans"
          value={text}
          placeholder={t('accepted.filter')}
          aria-label={t('accepted.filter')}
          onChange={(typed) => listStore.setState({ text: typed })}
          onKeyDown={leadsToList('.accepted .data-table', () => {
            if (currentIndex() === null) moveTo(0);
          })}
        />
      </span>
      <select className="field" aria-label={t('accepted.column.scope')} value={scope} onChange={({ target }) => listStore.setState({ scope: SCOPES.find((one) => one === target.value) ?? 'both' })}>
        {SCOPES.map((one) => <option key={one} value={one}>{t(`accepted.scope.${one}`)}</option>)}
      </select>
      {chosen > 0 && (
        <span className="accepted-acts">
          {ticked.size === 0 && <Button look="quiet" command="accepted.change" onClick={editCurrent}>{t('accepted.change')}</Button>}
          <Button look="quiet" command="accepted.move" onClick={() => void moveChosen()}>{t('accepted.move')}</Button>
          <Button look="quiet" command="accepted.remove" onClick={() => void removeChosen()}>{t('accepted.remove')}</Button>
          {ticked.size === 0 && <Button look="quiet" command="accepted.find" onClick={findCurrent}>{t('accepted.find')}</Button>}
        </span>
      )}
      <span className="filter-bar-end">
        <span className="shown" role="status" aria-busy={counting}>{ticked.size > 0 ? t('accepted.ticked', { count: ticked.size }) : t('accepted.count', { count })}</span>
        <Button look="quiet" command="accepted.import" onClick={() => void importList('project')}>{t('accepted.import')}</Button>
        <button type="button" className="button quiet" disabled={all === 0} onClick={() => void exportList()}>{t('accepted.export')} <CommandKeys of="accepted.export" /></button>
      </span>
    </div>
  );
}

function Lines({ rows }: { readonly rows: readonly AcceptedRow[] }) {
  const t = useT();
  const formats = useFormats();
  const { sort, ticked } = useList((state) => state);
  const current = useSyncExternalStore(follow, currentIndex);
  const [looks, setLooks] = useOwnLooks();
  const columns = useMemo(() => acceptedColumns(t, formats), [t, formats]);
  const row = useCallback((index: number) => rows[index], [rows]);
  const shown = rows.filter((one) => ticked.has(rowKey(one))).length;
  return (
    <DataTable
      label={t('accepted.title')}
      columns={columns}
      total={rows.length}
      row={row}
      version={shownVersion()}
      rowKey={rowKey}
      looks={looks}
      onLooks={setLooks}
      sort={sort}
      onSort={(next) => listStore.setState({ sort: next })}
      current={current}
      ticks={{ has: (one) => ticked.has(rowKey(one)), all: shown === 0 ? 'none' : shown === rows.length ? 'all' : 'some', label: t('accepted.tick'), toggle: toggleTick, toggleAll }}
      onView={nothing}
      onClick={moveTo}
      onOpen={(index) => {
        moveTo(index);
        editCurrent();
      }}
      waiting={false}
    />
  );
}
