import { VIEWS } from '#contract/schemas/search.ts';
import { useT } from '../../state/language.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { SettledField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { leadsToList } from '../../ui/leave-field.ts';
import { Switch } from '../../ui/switch.tsx';
import { SaveSearch } from './save-search.tsx';
import { askFor, isAsked, moveTo, searchStore, useHits, useSearch } from './search-store.ts';
import '../library/filter-bar.css';

/** What is looked for and how it is read, and how much was found. */
export function SearchBar() {
  const t = useT();
  const question = useSearch((state) => state.question);
  const articles = useSearch((state) => state.articles);
  const { total, problem, changing } = useHits();
  const wrong = problem?.code === 'question-invalid';
  return (
    <div className="filter-bar search-bar">
      <span className="search-box">
        <Icon name="search" />
        <SettledField
          id="search-text"
          className="search"
          lang="zh-Hans"
          autoFocus={!isAsked(question)}
          value={question.text}
          invalid={wrong}
          aria-describedby={wrong ? 'search-fault' : undefined}
          placeholder={t('search.placeholder')}
          aria-label={t('command.search.ask')}
          onChange={(text) => askFor({ text })}
          onKeyDown={leadsToList('.search-main .data-table', () => {
            if (searchStore.getState().current === null) moveTo(0);
          })}
        />
      </span>
      <button type="button" className="button quiet" aria-pressed={question.expression} title={t('search.expression-title')} onClick={() => askFor({ expression: !question.expression })}>
        <code aria-hidden="true">.*</code> {t('search.expression')} <CommandKeys of="search.expression" />
      </button>
      <button type="button" className="button quiet" aria-pressed={question.exact} title={t('search.exact-title')} onClick={() => askFor({ exact: !question.exact })}>
        {t('search.exact')} <CommandKeys of="search.exact" />
      </button>
      <Switch
        className="list-switch"
        optionClass="button quiet"
        label={t('search.view')}
        options={VIEWS}
        chosen={question.view}
        nameOf={(view) => t(`search.view.${view}`)}
        onChoose={(view) => askFor({ view })}
        command="search.view"
      />
      <span className="filter-bar-end">
        {isAsked(question) && total !== null && total > 0 && !problem && (
          <span className="shown" role="status" aria-busy={changing}>{t('search.found', { count: total, articles })}</span>
        )}
        <button type="button" className="button quiet" aria-pressed={question.newest} onClick={() => askFor({ newest: !question.newest })}>{t('search.newest')} <CommandKeys of="search.newest" /></button>
        <SaveSearch />
      </span>
    </div>
  );
}
