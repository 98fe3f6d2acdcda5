import { useEffect, useState } from 'react';
import { HISTORY_KIND_NAMES } from '#contract/schemas/history.ts';
import type { Author } from '#contract/schemas/history.ts';
import { call } from '../../bridge/bridge.ts';
import { useT } from '../../state/language.ts';
import { togglePane, usePane } from '../../state/panes.ts';
import { useProject } from '../../state/project.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { SettledField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { leadsToList } from '../../ui/leave-field.ts';
import { setPart } from './acts.ts';
import { authorText } from './history-columns.tsx';
import { showHistory, useHistory, useLines } from './history-store.ts';
import '../library/filter-bar.css';

const keyOf = ({ origin, who }: Author): string => `${origin} ${who}`;

/** What the history is narrowed to: a kind of acts, who did them, a page; and how many that are. */
export function HistoryFilterBar() {
  const t = useT();
  const filter = useHistory((state) => state.filter);
  const shown = !usePane('history.entry').hidden;
  const { total } = useLines();
  const authors = useAuthors();
  return (
    <div className="filter-bar">
      <select className="field" aria-label={t('journal.column.what')} value={filter.kind ?? ''} onChange={({ target }) => setPart('kind', HISTORY_KIND_NAMES.find((kind) => kind === target.value) ?? null)}>
        <option value="">{t('journal.any-kind')}</option>
        {HISTORY_KIND_NAMES.map((kind) => <option key={kind} value={kind}>{t(`journal.kind.${kind}`)}</option>)}
      </select>
      <select className="field" aria-label={t('journal.column.who')} value={filter.by ? keyOf(filter.by) : ''} onChange={({ target }) => setPart('by', authors.find((author) => keyOf(author) === target.value) ?? null)}>
        <option value="">{t('journal.anyone')}</option>
        {authors.map((author) => <option key={keyOf(author)} value={keyOf(author)}>{authorText(t, author)}</option>)}
      </select>
      <span className="search-box">
        <Icon name="search" />
        <SettledField
          id="history-page"
          value={filter.page ?? ''}
          placeholder={t('journal.page')}
          aria-label={t('journal.page')}
          onChange={(page) => setPart('page', page.trim() === '' ? null : page.trim())}
          onKeyDown={leadsToList('.history-main .data-table')}
        />
      </span>
      {Object.keys(filter).length > 0 && <button type="button" className="button quiet" onClick={() => showHistory({})}>{t('journal.all')} <CommandKeys of="history.all" /></button>}
      <span className="filter-bar-end">
        {total !== null && <span className="shown" role="status">{t('journal.shown', { count: total })}</span>}
        <button type="button" className="button quiet" aria-pressed={shown} onClick={() => togglePane('history.entry')}><Icon name="preview" /> {t('journal.entry')} <CommandKeys of="history.look" /></button>
      </span>
    </div>
  );
}

/** Who there are entries by; asked again when the journal has grown. */
function useAuthors(): readonly Author[] {
  const [authors, setAuthors] = useState<readonly Author[]>([]);
  const head = useProject((state) => state.info?.head ?? 0);
  useEffect(() => {
    let wanted = true;
    void call('history.authors', {}).then((answer) => {
      if (wanted && answer.ok) setAuthors(answer.value.map(({ origin, who }) => ({ origin, who })));
    });
    return () => {
      wanted = false;
    };
  }, [head]);
  return authors;
}
