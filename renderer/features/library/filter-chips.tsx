import { Fragment } from 'react';
import type { Filter } from '#contract/schemas/library.ts';
import type { TopicRef } from '#core/model/issue.ts';
import type { Translate } from '#strings/index.ts';
import { useT } from '../../state/language.ts';
import { changeFilter, toggleExactTopics, useLibraryQuery } from '../../state/library-query.ts';
import { useTopicLabel } from '../../state/topics.ts';
import { Icon } from '../../ui/icon.tsx';
import { dateFilterText } from './column-filter.ts';
import { isColumn } from './columns.tsx';

type FilterPart = { readonly id: string; readonly name: string; readonly value: string; readonly without: { readonly [K in keyof Filter]?: Filter[K] | undefined } };

/** What the filter asks for, one part a chip. The text searched for stands in its own field. */
export function partsOf(filter: Filter, t: Translate, label: (topic: TopicRef) => string): readonly FilterPart[] {
  const parts: FilterPart[] = [];
  const { columns = {}, status, topics, untagged, otherwise, gone, folder, dateFrom, dateTo } = filter;
  if (status) parts.push({ id: 'status', name: t('library.column.status'), value: status.map((one) => t(`status.${one}`)).join(' '), without: { status: undefined } });
  if (topics) parts.push({ id: 'topics', name: t('library.column.topics'), value: topics.map(label).join(' '), without: { topics: undefined } });
  if (untagged) parts.push({ id: 'untagged', name: t('library.column.topics'), value: t('library.untagged'), without: { untagged: undefined } });
  if (otherwise) parts.push({ id: 'otherwise', name: t('learning.weights'), value: t('library.otherwise'), without: { otherwise: undefined } });
  if (gone) parts.push({ id: 'gone', name: t('files.path'), value: t('library.gone-mark'), without: { gone: undefined } });
  if (folder !== undefined) parts.push({ id: 'folder', name: t('library.column.folder'), value: folder, without: { folder: undefined } });
  if (dateFrom !== undefined || dateTo !== undefined) {
    parts.push({ id: 'date', name: t('library.column.date'), value: dateFilterText(filter), without: { dateFrom: undefined, dateTo: undefined } });
  }
  for (const [column, value] of Object.entries(columns)) {
    if (!isColumn(column) || value === undefined) continue;
    const { [column]: _, ...others } = columns;
    parts.push({ id: column, name: t(`library.column.${column}`), value, without: { columns: others } });
  }
  return parts;
}

export function FilterChips() {
  const t = useT();
  const label = useTopicLabel();
  const filter = useLibraryQuery((state) => state.filter);
  const exact = filter.exactTopics === true;
  return partsOf(filter, t, label).map((part) => (
    <Fragment key={part.id}>
      <button
        type="button"
        className="filter-chip"
        aria-label={t('library.filter-remove', { column: part.name })}
        title={t('library.filter-remove', { column: part.name })}
        onClick={() => changeFilter(part.without)}
      >
        {part.name} <b>{part.value}</b> <Icon name="close" />
      </button>
      {part.id === 'topics' && !filter.untagged && (
        <button type="button" className="filter-chip exact" aria-pressed={exact} title={t('library.exact-title')} onClick={toggleExactTopics}>{t('library.exact')}</button>
      )}
    </Fragment>
  ));
}
