import { useCallback, useEffect, useMemo } from 'react';
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
import { findName, settleAnew, settleDifferent, settleSpelling } from './acts.ts';
import { namesColumns } from './names-columns.tsx';
import type { NameLine } from './names-columns.tsx';
import { askFor, currentName, followNames, moveTo, names, namesStore, nextKind, toggleShow, useNames, useRows } from './names-store.ts';
import '../library/filter-bar.css';
import './names.css';

const keyOf = ({ row }: NameLine): string => row.name;

/** The people, offices and places that the archive names: how often, on how many pages, and which of them may be one spelt in two ways. */
export function NamesScreen() {
  const t = useT();
  const { total, changing } = useRows();
  const { text, kind, show, counted } = useNames((state) => state);
  useTellHere([t('rail.names')], total === null || !counted ? '' : t('names.count', { count: total }));
  useEffect(followNames, []);
  return (
    <section className="names" aria-label={t('rail.names')}>
      <h2 className="visually-hidden">{t('names.title')}</h2>
      <p className="names-lead">{t('names.lead')}</p>
      <Bar />
      {total === null || (total === 0 && changing) ? <Waiting /> : !counted ? (
        <Notice title={t('names.not-counted')}>{t('names.not-counted-text')}</Notice>
      ) : total > 0 ? <Lines total={total} /> : (
        <Notice title={t(text !== '' || (kind !== null && show === 'all') ? 'names.none' : show === 'twofold' ? 'names.none-twofold' : show === 'settled' ? 'names.none-settled' : 'names.empty')} actions={show === 'all' && kind === null ? undefined : <Button command={text !== '' || kind !== null ? undefined : show === 'twofold' ? 'names.twofold' : 'names.showSettled'} onClick={() => askFor({ show: 'all', kind: null, text: '' })}>{t('names.show-all')}</Button>} />
      )}
    </section>
  );
}

function Bar() {
  const t = useT();
  const { text, kind, show, current } = useNames((state) => state);
  const { total, changing } = useRows();
  const row = currentName();
  const isSettled = row !== undefined && (row.right || row.near.some(({ settled }) => settled !== null));
  const isOpen = row?.near.some(({ settled }) => settled === null) ?? false;
  return (
    <div className="filter-bar">
      <span className="search-box">
        <Icon name="search" />
        <SettledField
          id="names-filter"
          lang="zh-Hans"
          value={text}
          placeholder={t('names.filter')}
          aria-label={t('names.filter')}
          onChange={(typed) => askFor({ text: typed })}
          onKeyDown={leadsToList('.names .data-table', () => {
            if (namesStore.getState().current === null) moveTo(0);
          })}
        />
      </span>
      <button type="button" className="button quiet" aria-pressed={show === 'twofold'} onClick={() => toggleShow('twofold')}>{t('names.twofold')} <CommandKeys of="names.twofold" /></button>
      <button type="button" className="button quiet" aria-pressed={show === 'settled'} onClick={() => toggleShow('settled')}>{t('names.show-settled')} <CommandKeys of="names.showSettled" /></button>
      <button type="button" className="button quiet" aria-pressed={kind !== null} title={t('command.names.kind')} onClick={nextKind}>{t(`names.kinds.${kind ?? 'all'}`)} <CommandKeys of="names.kind" /></button>
      {current !== null && (
        <span className="accepted-acts">
          {isOpen && <Button look="quiet" command="names.spelling" onClick={settleSpelling}>{t('names.spelling')}</Button>}
          {isOpen && <Button look="quiet" command="names.different" onClick={() => void settleDifferent()}>{t('names.different')}</Button>}
          {isSettled && <Button look="quiet" command="names.reopen" onClick={() => void settleAnew()}>{t('names.reopen')}</Button>}
          <Button look="quiet" command="names.find" onClick={findName}>{t('accepted.find')}</Button>
        </span>
      )}
      <span className="filter-bar-end">
        {total !== null && total > 0 && <span className="shown" role="status" aria-busy={changing}>{t('names.count', { count: total })}</span>}
      </span>
    </div>
  );
}

function Lines({ total }: { readonly total: number }) {
  const t = useT();
  const formats = useFormats();
  const { version, changing } = useRows();
  const current = useNames((state) => state.current);
  const [looks, setLooks] = useOwnLooks();
  const columns = useMemo(() => namesColumns(t, formats), [t, formats]);
  const row = useCallback((index: number): NameLine | undefined => {
    const found = names.row(index);
    return found && { row: found, first: index === 0 || names.row(index - 1)?.group !== found.group };
  }, []);
  return (
    <DataTable
      label={t('names.title')}
      columns={columns}
      total={total}
      row={row}
      version={version}
      rowKey={keyOf}
      looks={looks}
      onLooks={setLooks}
      current={current}
      onView={names.view}
      onClick={moveTo}
      onOpen={(index) => {
        moveTo(index);
        settleSpelling();
      }}
      waiting={changing}
    />
  );
}
