import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { STATUSES } from '#core/model/issue.ts';
import { inTreeOrder } from '#core/topics/tree.ts';
import type { Column } from '#contract/schemas/library.ts';
import { useT } from '../../state/language.ts';
import { changeFilter, useLibraryQuery } from '../../state/library-query.ts';
import { useProject } from '../../state/project.ts';
import { findTopic, keyOf, sameTopic, topicRef, useTopicLabel } from '../../state/topics.ts';
import { SettledField } from '../../ui/field.tsx';
import { leaveField } from '../../ui/leave-field.ts';
import { Popover } from '../../ui/popover.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { dateFilter, dateFilterText, isNumberColumn, withColumnFilter } from './column-filter.ts';

/** The filter under a column's head, of the kind the column wants. */
export function FilterCell({ column }: { readonly column: Column }) {
  if (column === 'status') return <StatusFilter />;
  if (column === 'topics') return <TopicsFilter />;
  if (column === 'date') return <DateFilter />;
  return <TextFilter column={column} />;
}

/** Escape leads from a filter back to the rows. */
function leave(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  leaveField(event.currentTarget, '.data-table');
}

function TextFilter({ column }: { readonly column: Column }) {
  const t = useT();
  const columns = useLibraryQuery((state) => state.filter.columns);
  const [refused, setRefused] = useState<string | null>(null); // typed, and no filter
  return (
    <SettledField
      className="filter-field"
      aria-label={t('library.filter-column', { column: t(`library.column.${column}`) })}
      placeholder={t(column === 'confidence' ? 'library.filter-confidence' : isNumberColumn(column) ? 'library.filter-number' : 'library.filter-contains')}
      title={isNumberColumn(column) ? t('library.filter-number-help') : undefined}
      value={refused ?? columns?.[column] ?? ''}
      invalid={refused !== null}
      onKeyDown={leave}
      onChange={(typed) => {
        const next = withColumnFilter(columns, column, typed);
        setRefused(next === null ? typed : null);
        if (next !== null) changeFilter({ columns: next });
      }}
    />
  );
}

function DateFilter() {
  const t = useT();
  const filter = useLibraryQuery((state) => state.filter);
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <SettledField
      className="filter-field"
      aria-label={t('library.filter-column', { column: t('library.column.date') })}
      placeholder={t('library.filter-date')}
      title={t('library.filter-date-help')}
      value={refused ?? dateFilterText(filter)}
      invalid={refused !== null}
      onKeyDown={leave}
      wait={400}
      onChange={(typed) => {
        const next = dateFilter(typed);
        setRefused(next === null ? typed : null);
        if (next !== null) changeFilter({ dateFrom: next.dateFrom, dateTo: next.dateTo });
      }}
    />
  );
}

function StatusFilter() {
  const t = useT();
  const chosen = useLibraryQuery((state) => state.filter.status) ?? [];
  return (
    <Popover label={chosen.length === 0 ? t('library.filter-any') : chosen.map((status) => t(`status.${status}`)).join(' ')} className="field filter-field filter-button" title={t('library.column.status')}>
      {() => STATUSES.map((status) => (
        <label key={status} className="option">
          <input
            type="checkbox"
            className="check"
            checked={chosen.includes(status)}
            onChange={() => changeFilter({ status: STATUSES.filter((other) => chosen.includes(other) !== (other === status)) })}
          />
          <StatusMark status={status} />
        </label>
      ))}
    </Popover>
  );
}

function TopicsFilter() {
  const t = useT();
  const label = useTopicLabel();
  const chosen = useLibraryQuery((state) => state.filter.topics) ?? [];
  const untagged = useLibraryQuery((state) => state.filter.untagged) ?? false;
  const schemes = useProject((state) => state.schemes);
  const gone = chosen.filter((ref) => findTopic(schemes, ref) === null);
  const offered = [...schemes.flatMap((scheme) => inTreeOrder(scheme.topics).map(({ topic, depth }) => ({ ref: topicRef(topic), depth }))), ...gone.map((ref) => ({ ref, depth: 0 }))];
  const words = untagged ? t('library.untagged') : chosen.map(label).join(' ') || t('library.filter-any');
  return (
    <Popover label={words} className="field filter-field filter-button" title={t('library.column.topics')}>
      {() => (
        <>
          <label className="option">
            <input type="checkbox" className="check" checked={untagged} onChange={() => changeFilter({ untagged: !untagged, topics: undefined })} />
            {t('library.untagged')}
          </label>
          {offered.map(({ ref, depth }) => {
            const on = chosen.some((other) => sameTopic(other, ref));
            return (
              <label key={keyOf(ref)} className="option" style={{ marginInlineStart: depth * 16 }}>
                <input
                  type="checkbox"
                  className="check"
                  checked={on}
                  onChange={() => changeFilter({ untagged: undefined, topics: on ? chosen.filter((other) => !sameTopic(other, ref)) : [...chosen, ref] })}
                />
                {label(ref)}
              </label>
            );
          })}
        </>
      )}
    </Popover>
  );
}
