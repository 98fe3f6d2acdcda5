import type { Learning, Otherwise } from '#contract/schemas/learning.ts';
import { useT } from '../../state/language.ts';
import { compareRest, splitAnew, useLearning } from '../../state/learning.ts';
import { useProject } from '../../state/project.ts';
import { openIssue } from '../../state/screen.ts';
import { Button } from '../../ui/button.tsx';
import { showOtherwise } from './show-otherwise.ts';

const DIFFERENCES = ['boundaries', 'roles', 'joins', 'moved'] as const;

/** Pages that would be split differently now: how, what stands in the way, and the means to split them anew. */
export function OtherwiseList({ otherwise: { pages, ready, complete } }: { readonly otherwise: Learning['otherwise'] }) {
  const t = useT();
  const list = useLearning((state) => state.otherwise);
  const comparing = useProject((state) => state.jobs.some((job) => job.kind === 'comparing' && job.state === 'running'));
  return (
    <section>
      <h3>{t('learning.otherwise')}</h3>
      <p className="lead">{pages === 0 && complete ? t('learning.none-otherwise') : t('learning.otherwise-text')}</p>
      {!complete && (
        <p className="learning-start">
          <span className="help" role="status">{t('learning.comparing')}</span>
          {!comparing && <Button look="quiet" command="learning.compareRest" onClick={() => void compareRest()}>{t('learning.compare-rest')}</Button>}
        </p>
      )}
      {ready > 0 && (
        <p className="learning-start">
          <Button look="main" command="learning.splitAnew" onClick={() => void splitAnew(null)}>{t('learning.split-all', { count: ready })}</Button>
          <Button look="quiet" command="learning.showOtherwise" onClick={showOtherwise}>{t('learning.show-in-library')}</Button>
        </p>
      )}
      {list.pages.length > 0 && (
        <ul className="otherwise-list">
          {list.pages.map((page) => <Page key={page.issue} page={page} />)}
        </ul>
      )}
      {list.total > list.pages.length && <p className="help">{t('learning.otherwise-more', { count: list.total - list.pages.length })}</p>}
    </section>
  );
}

function Page({ page }: { readonly page: Otherwise }) {
  const t = useT();
  const differences = DIFFERENCES.flatMap((kind) => (page[kind] > 0 ? [t(`learning.diff.${kind}`, { count: page[kind] })] : []));
  return (
    <li data-spot={`page ${page.issue}`} tabIndex={-1}>
      <button type="button" data-act="open" className="link otherwise-path" onClick={() => openIssue(page.issue)}>{page.path}</button>
      <span className="otherwise-what">
        {differences.join(' · ')}
        {page.pinned > 0 && <small>{t('learning.pinned')}</small>}
        {page.pinned === 0 && page.unplaced > 0 && <small className="warn">{t('learning.decided', { count: page.unplaced })}</small>}
      </span>
      {page.pinned === 0 && <Button look="quiet" command="learning.splitOne" data-act="splitOne" onClick={() => void splitAnew([page.issue])}>{t('learning.split')}<span className="visually-hidden"> {page.path}</span></Button>}
    </li>
  );
}
