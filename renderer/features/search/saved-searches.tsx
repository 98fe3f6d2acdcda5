import type { SavedSearch } from '#contract/schemas/search.ts';
import { useT } from '../../state/language.ts';
import { refuseWriting, useHeld } from '../../state/writing.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Icon } from '../../ui/icon.tsx';
import { removeSearch } from './acts.ts';
import { DIGITS, isSavedAsked } from './saved.ts';
import { askFor, useSearch } from './search-store.ts';

/** The searches that were saved, the first of them with a digit each. */
export function SavedSearches() {
  const t = useT();
  const saved = useSearch((state) => state.saved);
  const question = useSearch((state) => state.question);
  if (saved.length === 0) return null;
  return (
    <>
      <h2>{t('search.saved-searches')} <CommandKeys of="search.saved" /></h2>
      <ul className="saved-searches">{saved.map((search, at) => <Saved key={search.id} search={search} at={at} on={isSavedAsked(search, question)} />)}</ul>
    </>
  );
}

function Saved({ search, at, on }: { readonly search: SavedSearch; readonly at: number; readonly on: boolean }) {
  const t = useT();
  const held = useHeld();
  return (
    <li>
      <button type="button" className="facet" data-saved={search.id} aria-pressed={on} onClick={() => askFor(search.question)}>
        <span className="facet-name">{search.name}</span>
        {at < DIGITS && <CommandKeys of={`search.digit.${at + 1}`} />}
      </button>
      <button type="button" className="saved-remove" title={t('search.remove', { name: search.name })} aria-label={t('search.remove', { name: search.name })} {...held} onClick={() => void (refuseWriting() || removeSearch(search))}><Icon name="close" /></button>
    </li>
  );
}
