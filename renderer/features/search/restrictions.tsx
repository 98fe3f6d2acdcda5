import { STATUSES } from '#core/model/issue.ts';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import { useT } from '../../state/language.ts';
import { refuseWriting, useHeld } from '../../state/writing.ts';
import { Button } from '../../ui/button.tsx';
import { SettledField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Line } from '../library/facet-line.tsx';
import { TopicFacets } from '../library/topic-facets.tsx';
import { removeSearch } from './acts.ts';
import { restrict, unrestrict } from './restrict.ts';
import { NOTHING_ASKED, askFor, isRestricted, useSearch } from './search-store.ts';

/** The searches that were saved, and what the search is restricted to. */
export function Restrictions() {
  const t = useT();
  const question = useSearch((state) => state.question);
  const facets = useSearch((state) => state.facets);
  const saved = useSearch((state) => state.saved);
  const held = useHeld();
  const { roles, filter } = question;
  const toggle = <T,>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((each) => each !== one) : [...list, one]);
  const asked = JSON.stringify(question);
  return (
    <nav className="facets search-facets" aria-label={t('search.restrictions')}>
      {saved.length > 0 && <h2>{t('search.saved-searches')}</h2>}
      {saved.length > 0 && (
        <ul className="saved-searches">
          {saved.map((search) => (
            <li key={search.id}>
              <button type="button" className="facet" aria-pressed={JSON.stringify({ ...NOTHING_ASKED, ...search.question }) === asked} onClick={() => askFor(search.question)}><span className="facet-name">{search.name}</span></button>
              <button type="button" className="saved-remove" title={t('search.remove', { name: search.name })} aria-label={t('search.remove', { name: search.name })} {...held} onClick={() => void (refuseWriting() || removeSearch(search))}><Icon name="close" /></button>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('search.column.role')}</h2>
      <ul>{ARTICLE_ROLES.map((role) => <Line key={role} label={t(`desk.role.${role}`)} count={null} on={roles.includes(role)} onClick={() => askFor({ roles: toggle(roles, role) })} />)}</ul>
      <h2>{t('library.column.date')}</h2>
      <div className="facet-dates">
        {(['dateFrom', 'dateTo'] as const).map((end) => (
          <SettledField
            key={end}
            value={filter[end] ?? ''}
            placeholder={t(`search.${end}`)}
            aria-label={t(`search.${end}-label`)}
            invalid={filter[end] !== undefined && !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(filter[end])}
            onChange={(date) => restrict({ [end]: date.trim() === '' ? undefined : date.trim() })}
          />
        ))}
      </div>
      <h2>{t('library.column.status')}</h2>
      <ul>
        {STATUSES.map((status) => {
          const chosen = filter.status ?? [];
          const next = toggle(chosen, status);
          return <Line key={status} label={<StatusMark status={status} />} count={facets?.status[status] ?? null} on={chosen.includes(status)} onClick={() => restrict({ status: next.length > 0 ? next : undefined })} />;
        })}
      </ul>
      <h2>{t('library.column.topics')}</h2>
      <ul>
        <TopicFacets counts={facets?.topics ?? []} chosen={filter.topics ?? []} onChoose={(topics) => restrict({ untagged: undefined, topics })} />
        <Line label={t('library.untagged')} count={facets?.untagged ?? null} on={filter.untagged === true} onClick={() => restrict({ topics: undefined, untagged: filter.untagged ? undefined : true })} />
      </ul>
      {isRestricted(question) && <Button look="quiet" className="search-everywhere" command="search.everywhere" onClick={unrestrict}>{t('search.everywhere')}</Button>}
    </nav>
  );
}
