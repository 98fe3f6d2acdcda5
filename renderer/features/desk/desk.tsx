import { memo, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { IssueId } from '#contract/schemas/library.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { useApp } from '../../state/app.ts';
import { Late } from '../../state/late.ts';
import { openPage } from '../../state/desk-open.ts';
import { useDetailsShown } from '../../state/details.ts';
import { useOrder, useSource } from '../../state/desk-parts.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { firstPage } from '../../state/desk-work.ts';
import { useDesk } from '../../state/desk.ts';
import type { Page } from '../../state/desk.ts';
import { useTellHere } from '../../state/here.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { deskWidth, usePane } from '../../state/panes.ts';
import { goToScreen, openIssue } from '../../state/screen.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { useLate } from '../../ui/use-late.ts';
import { usePainted } from '../../ui/use-painted.ts';
import { Announcer } from './announcer.tsx';
import { ArticlesPane } from './articles/articles-pane.tsx';
import { isWhole } from './articles/building.ts';
import { Chooser } from './choosers/chooser.tsx';
import { DeskSkeleton } from './desk-skeleton.tsx';
import { DetailsPane } from './details/details-pane.tsx';
import { pageName } from './page-name.ts';
import { JumpLabels } from './jump/jump-labels.tsx';
import { SidePane, useSideMode } from './picture/side-pane.tsx';
import { sourceBlocks } from './source-rows.ts';
import { Reopen } from '../project/reopen.tsx';
import './desk.css';

const PATIENCE = 150; // milliseconds for which the page before stays, while the next is fetched

/** The desk: one page, its source, its articles, and what is known about them. */
export function Desk({ issue, article, toWork = false }: { readonly issue: IssueId | null; readonly article: ArticleId | null; readonly toWork?: boolean }) {
  const t = useT();
  const page = useDesk((state) => state.page?.id ?? null);
  const reopening = useApp((state) => state.engine.state === 'reopening');
  const problem = useDesk((state) => (reopening ? null : state.problem)); // what helps is under way: the banner says so
  const waits = useDesk((state) => issue !== null && !state.problem && state.page?.id !== state.wanted);
  const late = useLate(waits || (issue !== null && page === null), PATIENCE);
  const revision = useProject((state) => state.revision); // an empty desk takes up the first page as soon as one is read
  useEffect(() => {
    if (issue !== null) void openPage(issue, article, toWork);
  }, [issue, article, toWork]);
  useEffect(() => {
    if (issue === null) void firstPage().then((first) => first !== null && openIssue(first.issue, first.article, true));
  }, [issue, revision]);
  const mends = problem?.code === 'database-damaged';
  const library = <Button look={mends ? 'plain' : 'main'} command="app.go.library" onClick={() => goToScreen('library')}>{t('desk.empty.action')}</Button>;
  if (problem) return <Notice title={t('desk.failed.title')} actions={<><Reopen after={problem.code} look="main" />{library}</>}>{errorText(t, problem)}</Notice>;
  if (page !== null && !late) return <OpenDesk />; // the one before stays for a moment
  if (issue !== null) return late ? <DeskSkeleton /> : <div className="desk" />;
  return <Notice title={t('desk.empty.title')} actions={library}>{t('desk.empty.text')}</Notice>;
}

/** The text of the articles shows what a key did at once; what stands beside it follows when that is painted. */
const OpenDesk = memo(function OpenDesk() {
  const { hidden } = usePane('desk.source');
  const mode = useSideMode();
  const side = mode === 'blocks' ? 'desk.source' : 'desk.picture';
  const beside = usePane(side);
  const details = usePane('desk.details');
  const detailsShown = useDetailsShown();
  const drawer = useDeskView((state) => state.drawer);
  const t = useT();
  return (
    <div className={`desk ${drawer ? 'with-drawer' : ''}`}>
      {!hidden && (
        <>
          <div className="desk-side" style={{ width: deskWidth(beside, mode === 'blocks' ? 21 : 38) }}><Beside><Side /></Beside></div>
          <Splitter pane={side} side="start" label={t('desk.splitter.source')} />
        </>
      )}
      <ArticlesPane />
      {detailsShown && (
        <>
          <Splitter pane="desk.details" side="end" label={t('desk.splitter.details')} />
          <div className="desk-side desk-side-end" style={{ width: deskWidth(details, 22) }}><Beside><DetailsPane /></Beside></div>
        </>
      )}
      <Chooser />
      <JumpLabels />
      <Late value>
        <Announcer />
        <TellWhere />
      </Late>
    </div>
  );
});

/** What stands beside the text: when the desk opens it is drawn when that is painted, and follows it from then on. A pane that is asked for is there at once. */
function Beside({ children }: { readonly children: ReactNode }) {
  const shown = usePainted(isWhole);
  return shown && <Late value>{children}</Late>;
}

/** Another page has a pane of its own. */
const Side = memo(function Side() {
  const page = useDesk((state) => state.page?.id);
  return <SidePane key={page} />;
});

const NO_FILES: Page['files'] = [];

/** Tells the frame which page this is. A part of its own, for it draws nothing. */
const TellWhere = memo(function TellWhere() {
  const t = useT();
  const source = useSource();
  const files = useDesk((state) => state.page?.files ?? NO_FILES);
  const metadata = useDesk((state) => state.page?.metadata);
  const blocks = useMemo(() => sourceBlocks(source).length, [source]);
  const articles = useOrder().length;
  const folders = (files[0]?.path ?? '').split('/').slice(0, -1);
  const name = metadata ? pageName(t, { metadata, files }) : '';
  useTellHere([...folders, name], t('desk.note-figures', { articles, blocks }));
  return null;
});
