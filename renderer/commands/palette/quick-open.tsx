import { useEffect, useMemo, useState } from 'react';
import type { ArticleId } from '#core/model/ids.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { call } from '../../bridge/bridge.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { recentPages } from '../../state/recent-pages.ts';
import { openIssue } from '../../state/screen.ts';
import { bothWays } from './open-query.ts';
import { candidates, inOrderOfFit } from './open-search.ts';
import { Picker } from './picker.tsx';

/** `byline` and `file` are shown where there is room; `key` tells lines apart. */
type Found = { readonly key: string; readonly issue: IssueId; readonly article: ArticleId | null; readonly headline: string; readonly byline: string; readonly where: string };

const MOST_SHOWN = 50;
const PAUSE = 60; // milliseconds without a key after which it is looked for

/** Opens an article by its headline, byline, file, or date and page. With nothing typed: the pages that were on the desk last. */
export function QuickOpen({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const recent = useMemo(() => recentPages(), []);
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<{ readonly to: string; readonly found: readonly Found[] }>({ to: '', found: [] });
  const places = useMemo(() => recent.map((page): Found => ({ ...page, key: `page ${page.issue}`, byline: '' })), [recent]);
  const isEmpty = typed.trim() === '';
  const again = useProject(({ revision }) => (answer.found.length === 0 ? revision : 0)); // where nothing was found, what is read meanwhile may be it

  useEffect(() => {
    if (isEmpty) return;
    const queries = bothWays(typed);
    let wanted = true;
    const ask = async () => {
      const rows = await call('library.find', candidates(queries));
      if (!wanted) return;
      const found = inOrderOfFit(queries, rows.ok ? rows.value : [], recent.map(({ issue }) => issue)).slice(0, MOST_SHOWN).map((row): Found => ({
        key: `${row.issue} ${row.article}`,
        issue: row.issue,
        article: row.article,
        headline: row.headline,
        byline: row.byline,
        where: [row.newspaper, row.date, row.page].filter(Boolean).join(' · ') || row.file,
      }));
      setAnswer({ to: typed, found });
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed, isEmpty, recent, again]);

  return (
    <Picker
      label={t('quick-open.label')}
      hint={t('quick-open.hint')}
      empty={t(isEmpty ? 'quick-open.no-places' : 'quick-open.empty')}
      items={isEmpty ? places : answer.found}
      waiting={!isEmpty && answer.to !== typed}
      keyOf={({ key }) => key}
      renderItem={({ headline, byline, where }) => (
        <>
          <span className="what title" lang="zh-Hans">{headline || t('library.no-headline')}</span>
          {byline !== '' && <span className="by" lang="zh-Hans">{byline}</span>}
          <span className="where">{where}</span>
        </>
      )}
      onType={setTyped}
      onChoose={({ issue, article }) => openIssue(issue, article)}
      onClose={onClose}
    />
  );
}
