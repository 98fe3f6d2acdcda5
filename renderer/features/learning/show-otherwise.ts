import { changeFilter, clearFilter } from '../../state/library-query.ts';
import { goTo } from '../../state/screen.ts';

/** Shows the articles of the pages that would be split otherwise. */
export function showOtherwise(): void {
  clearFilter();
  changeFilter({ otherwise: true });
  goTo({ screen: 'library', view: 'articles' });
}
