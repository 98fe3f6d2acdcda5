import { STATUSES } from '#core/model/issue.ts';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { SettledField } from '../../ui/field.tsx';
import { leadsToList } from '../../ui/leave-field.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Line } from '../library/facet-line.tsx';
import { TopicFacets } from '../library/topic-facets.tsx';
import { restrict, toggleRole, toggleStatus, toggleUntagged, unrestrict } from './restrict.ts';
import { SavedSearches } from './saved-searches.tsx';
import { isRestricted, useSearch } from './search-store.ts';
import { walkFacets } from './walk-facets.ts';

/** The searches that were saved, and what the search is restricted to. Each line has its key. */
export function Restrictions() {
  const t = useT();
  const question = useSearch((state) => state.question);
  const facets = useSearch((state) => state.facets);
  const { roles, filter } = question;
  return (
    <nav className="facets search-facets" aria-label={t('search.restrictions')} onKeyDown={walkFacets}>
      <SavedSearches />
      <h2>{t('search.column.role')}</h2>
      <ul>{ARTICLE_ROLES.map((role) => <Line key={role} label={t(`desk.role.${role}`)} count={null} on={roles.includes(role)} command={`search.role.${role}`} onClick={() => toggleRole(role)} />)}</ul>
      <h2>{t('library.column.date')} <CommandKeys of="search.dates" /></h2>
      <div className="facet-dates">
        {(['dateFrom', 'dateTo'] as const).map((end) => (
          <SettledField
            key={end}
            value={filter[end] ?? ''}
            placeholder={t(`search.${end}`)}
            aria-label={t(`search.${end}-label`)}
            invalid={filter[end] !== undefined && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(filter[end])}
            onChange={(date) => restrict({ [end]: date.trim() === '' ? undefined : date.trim() })}
            onKeyDown={leadsToList('.search-main .data-table')}
          />
        ))}
      </div>
      <h2>{t('library.column.status')}</h2>
      <ul>
        {STATUSES.map((status) => <Line key={status} label={<StatusMark status={status} />} count={facets?.status[status] ?? null} on={(filter.status ?? []).includes(status)} command={`search.status.${status}`} onClick={() => toggleStatus(status)} />)}
      </ul>
      <h2>{t('library.column.topics')} <CommandKeys of="search.topics" /></h2>
      <ul className="search-topics">
        <TopicFacets counts={facets?.topics ?? []} chosen={filter.topics ?? []} onChoose={(topics) => restrict({ untagged: undefined, topics })} />
        <Line label={t('library.untagged')} count={facets?.untagged ?? null} on={filter.untagged === true} command="search.untagged" onClick={toggleUntagged} />
      </ul>
      {isRestricted(question) && <p className="search-everywhere"><Button look="quiet" command="search.everywhere" onClick={unrestrict}>{t('search.everywhere')}</Button></p>}
    </nav>
  );
}
