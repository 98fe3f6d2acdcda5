import { COLUMNS, PAGE_COLUMNS } from '#contract/schemas/library.ts';
import { useT } from '../../state/language.ts';
import { changeFilter, clearFilter, isFiltered, useLibraryQuery } from '../../state/library-query.ts';
import { LISTS } from '../../state/library-spot.ts';
import { useProject } from '../../state/project.ts';
import { goTo } from '../../state/screen.ts';
import { Icon } from '../../ui/icon.tsx';
import { SettledField } from '../../ui/field.tsx';
import { leadsToList } from '../../ui/leave-field.ts';
import { Popover } from '../../ui/popover.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { ColumnLooks } from '../../ui/table/index.ts';
import { FilterChips } from './filter-chips.tsx';
import { libraryStore, listInFront, useLibrary, useListInFront, useRows } from './library-store.ts';
import { togglePreview, usePreviewShown } from './preview-pane.ts';
import { SaveQueue } from './save-queue.tsx';
import './filter-bar.css';

/** Search, what is filtered by, how many are shown, and which columns. */
export function FilterBar({ looks, onLooks }: { readonly looks: ColumnLooks; readonly onLooks: (looks: ColumnLooks) => void }) {
  const t = useT();
  const filter = useLibraryQuery((state) => state.filter);
  const articles = useProject((state) => state.info?.articles ?? 0);
  const filterRow = useLibrary((state) => state.filterRow);
  const previewShown = usePreviewShown();
  const list = useListInFront().name;
  const { total } = useRows();
  const yielded = useLibrary((state) => state.yielded);
  const isShown = (column: string): boolean => looks.hidden[column] !== true && !yielded.includes(column);
  return (
    <div className="filter-bar">
      <Switch
        className="list-switch"
        optionClass="button quiet"
        label={t('library.list')}
        options={LISTS}
        chosen={list}
        nameOf={(one) => t(`library.list.${one}`)}
        onChoose={(view) => goTo({ screen: 'library', view })}
        command="library.list"
      />
      <span className="search-box">
        <Icon name="search" />
        <SettledField
          id="library-search"
          className="search"
          value={filter.text ?? ''}
          placeholder={t('library.search', { articles })}
          aria-label={t('command.library.search')}
          onChange={(text) => changeFilter({ text })}
          onKeyDown={leadsToList('.data-table', () => {
            const list = listInFront();
            if (list.cursor.getState().current === null) list.moveTo(0);
          })}
        />
      </span>
      <FilterChips />
      <button type="button" className="button quiet" aria-pressed={filterRow} onClick={() => libraryStore.setState({ filterRow: !filterRow })}>
        <Icon name="filter" /> {t('library.filter')}
      </button>
      {isFiltered(filter) && <button type="button" className="button quiet" onClick={clearFilter}>{t('library.clear-filter')}</button>}
      <SaveQueue />
      <span className="filter-bar-end">
        {total !== null && <span className="shown">{t(`library.${list}`, { count: total })}</span>}
        <Popover title={t('library.columns-choose')} label={<><Icon name="columns" /> {t('library.columns')}</>} className="button quiet" align="end">
          {() => (list === 'pages' ? PAGE_COLUMNS : COLUMNS).map((column) => (
            <label key={column} className="option">
              <input
                type="checkbox"
                className="check"
                checked={isShown(column)}
                disabled={column === (list === 'pages' ? 'file' : 'headline')}
                onChange={() => onLooks({ ...looks, hidden: { ...looks.hidden, [column]: isShown(column) } })}
              />
              {t(`library.column.${column}`)}
            </label>
          ))}
        </Popover>
        <button type="button" className="button quiet" aria-pressed={previewShown} onClick={togglePreview}>
          <Icon name="preview" /> {t('library.preview')}
        </button>
      </span>
    </div>
  );
}
