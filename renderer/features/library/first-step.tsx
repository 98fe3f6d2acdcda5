import { useT } from '../../state/language.ts';
import { isFiltered, useLibraryQuery } from '../../state/library-query.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { openCurrent } from './cursor.ts';
import { useLibrary } from './library-store.ts';
import './first-step.css';

/** What a key does at the Desk, for those who have not been there. */
const AT_THE_DESK = [['desk.accept', 'yes'], ['desk.reject', 'no'], ['desk.why', 'why'], ['desk.undo', 'undo'], ['desk.approve', 'article'], ['desk.approvePage', 'page']] as const;

/** Above the whole list as long as nothing was decided in a project: what was done with its pages, and what comes next. */
export function FirstStep() {
  const t = useT();
  const untouched = useProject(({ info }) => info !== null && info.savedAt === null && info.articles > 0);
  const counts = useLibrary(({ facets }) => facets);
  const riskFirst = useLibraryQuery(({ sort }) => sort[0]?.column === 'risk' && sort[0].descending);
  const filtered = useLibraryQuery(({ filter }) => isFiltered(filter));
  if (!untouched || filtered) return null;
  return (
    <section className="first-step" aria-label={t('library.first.label')}>
      <div>
        {/* As high before the counts are there: a list that was returned to must not lose height behind its back. */}
        <p>{counts === null ? '\u00a0' : t(riskFirst ? 'library.first.what-by-risk' : 'library.first.what', { pages: counts.issues, articles: counts.articles })}</p>
        <p className="first-keys">
          {t('library.first.desk')}
          {AT_THE_DESK.map(([command, key]) => <span key={command}><CommandKeys of={command} /> {t(`library.first.${key}`)}</span>)}
        </p>
      </div>
      <Button look="main" command="library.open" onClick={openCurrent}>{t('library.first.begin')}</Button>
    </section>
  );
}
