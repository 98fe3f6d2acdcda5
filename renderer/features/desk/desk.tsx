import { useEffect, useMemo } from 'react';
import type { IssueId } from '#contract/schemas/library.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { openPage } from '../../state/desk-open.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { firstPage } from '../../state/desk-work.ts';
import { useDesk } from '../../state/desk.ts';
import type { Page } from '../../state/desk.ts';
import { useTellHere } from '../../state/here.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { usePane } from '../../state/panes.ts';
import { goToScreen, openIssue } from '../../state/screen.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { Announcer } from './announcer.tsx';
import { ArticlesPane } from './articles/articles-pane.tsx';
import { Chooser } from './choosers/chooser.tsx';
import { DetailsPane } from './details/details-pane.tsx';
import { SourcePane } from './source/source-pane.tsx';
import { sourceBlocks } from './source-rows.ts';
import './desk.css';

/** The desk: one page, its source, its articles, and what is known about them. */
export function Desk({ issue, article }: { readonly issue: IssueId | null; readonly article: ArticleId | null }) {
  const t = useT();
  const page = useDesk((state) => state.page);
  const problem = useDesk((state) => state.problem);
  const revision = useProject((state) => state.revision); // an empty desk takes up the first page as soon as one is read
  useEffect(() => {
    if (issue !== null) void openPage(issue, article);
  }, [issue, article]);
  useEffect(() => {
    if (issue === null) void firstPage().then((first) => first !== null && openIssue(first));
  }, [issue, revision]);
  const library = <Button look="main" onClick={() => goToScreen('library')}>{t('desk.empty.action')}</Button>;
  if (problem) return <Notice title={t('desk.failed.title')} actions={library}>{errorText(t, problem)}</Notice>;
  if (page) return <OpenDesk page={page} />;
  if (issue !== null) return <Notice title={t('desk.loading')} />;
  return <Notice title={t('desk.empty.title')} actions={library}>{t('desk.empty.text')}</Notice>;
}

function OpenDesk({ page }: { readonly page: Page }) {
  const source = usePane('desk.source');
  const details = usePane('desk.details');
  const drawer = useDeskView((state) => state.drawer);
  const t = useT();
  useTellWhere(page);
  return (
    <div className={`desk ${drawer ? 'with-drawer' : ''}`}>
      <h1 className="visually-hidden">{t('desk.title')}</h1>
      {!source.hidden && (
        <>
          <div className="desk-side" style={{ width: `min(${source.width}px, 21vw)` }}><SourcePane key={page.id} /></div>
          <Splitter pane="desk.source" side="start" label={t('desk.splitter.source')} />
        </>
      )}
      <ArticlesPane />
      {!details.hidden && (
        <>
          <Splitter pane="desk.details" side="end" label={t('desk.splitter.details')} />
          <div className="desk-side desk-side-end" style={{ width: `min(${details.width}px, 22vw)` }}><DetailsPane /></div>
        </>
      )}
      <Chooser />
      <Announcer />
    </div>
  );
}

/** Tells the frame which page this is. */
function useTellWhere(page: Page): void {
  const t = useT();
  const { issue, files, metadata } = page;
  const blocks = useMemo(() => sourceBlocks(issue.source).length, [issue.source]);
  const path = files[0]?.path ?? '';
  const folders = path.split('/').slice(0, -1);
  const { date, page: number } = metadata.values;
  const name = date !== '' ? t('desk.page-name', { date, page: number === '' ? '–' : number }) : (path.split('/').at(-1) ?? '');
  const left = issue.articles.filter(({ status }) => status !== 'approved').length;
  useTellHere([...folders, name], t('desk.note-figures', { articles: issue.articles.length, blocks }), left);
}
