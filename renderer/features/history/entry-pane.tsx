import { useEffect, useState } from 'react';
import type { MendedCounts } from '#contract/schemas/concordance.ts';
import type { HistoryRow } from '#contract/schemas/history.ts';
import { call } from '../../bridge/bridge.ts';
import { undoInProject } from '../../state/history.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { openIssue } from '../../state/screen.ts';
import { togglePane } from '../../state/panes.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { everyPlaceDone } from '../concordance/begin.ts';
import { MENDING, doneText } from '../concordance/mending.ts';
import { nameOfPage } from '../desk/page-name.ts';
import { openPlace, whyNot } from './acts.ts';
import { EntryLook, useValueText } from './entry-look.tsx';
import { rowText } from './entry-text.ts';
import { ChangeText, authorText } from './history-columns.tsx';
import { lines, useHistory, useLines } from './history-store.ts';
import '../library/preview.css';

// While the cursor runs down the list, what it only passes is not asked about.
const SETTLE = 90;

/** The entry under the cursor: what it changed, what depends on it, and whether it can be taken back. */
export function EntryPane() {
  const t = useT();
  const current = useHistory((state) => state.current);
  const { total } = useLines();
  const row = current === null ? undefined : lines.row(current);
  return (
    <aside className="history-entry" aria-label={t('journal.entry')}>
      <div className="pane-bar">
        <b>{t('journal.entry')}</b>
        <span>
          {row?.page && <Button look="quiet" command="history.open" onClick={openPlace}>{t('journal.go')}</Button>}
          <button type="button" className="button quiet" aria-label={t('journal.entry-close')} title={t('journal.entry-close')} onClick={() => togglePane('history.entry')}><Icon name="close" /></button>
        </span>
      </div>
      {row ? <About row={row} /> : total !== 0 && <p className="preview-none">{t('journal.none-chosen')}</p>}
    </aside>
  );
}

function About({ row }: { readonly row: HistoryRow }) {
  const t = useT();
  const formats = useFormats();
  const head = useProject((state) => state.info?.head ?? 0);
  const value = useValueText();
  const why = whyNot(row);
  const isMending = MENDING.includes(row.label); // its places are counted: among its changes are statuses too
  const mended = useMended(isMending ? row.entry : null, head);
  return (
    <div className="preview-body selectable">
      <h3>{rowText(t, row)}</h3>
      <p className="preview-facts">
        <time dateTime={row.at}>{formats.day(row.at)} {formats.time(row.at)}</time> · {authorText(t, row)}
        {row.edits > 1 && !isMending && ` · ${t('desk.history.edits', { count: row.edits })}`}
        {mended ? ` · ${doneText(t, mended)}` : row.pages > 1 && ` · ${t('journal.pages', { count: row.pages })}`}
      </p>
      {row.page && row.pages === 1 && <p className="preview-facts file" title={row.page.path}>{nameOfPage(t, row.page)} · {row.page.path}</p>}
      {(row.pages !== 1 || row.state !== 'live') && <p className="entry-brief"><ChangeText row={row} say={{ t, formats, value }} /></p>}
      {why && <p className="entry-why">{t(why, row.undone ? { time: formats.dateTime(row.undone.at), who: row.undone.who } : {})}</p>}
      {row.state === 'displaced' && <p className="entry-why">{t('journal.why.displaced')}</p>}
      {isMending && row.state !== 'none' && <p className="entry-places"><Button look="plain" command="history.everyPlace" onClick={() => everyPlaceDone({ by: 'entry', entry: row.entry })}>{t('command.history.every-place')}</Button></p>}
      <EntryLook entry={row.entry} canTakeBack={why === null} issue={null} version={head} wait={SETTLE} onTakeBack={(entries) => void undoInProject(entries)} onPage={(issue) => openIssue(issue)} />
    </div>
  );
}

/** How many places an entry mended and how many of them were taken back, once that is counted; `head`: the last entry there is. */
function useMended(entry: number | null, head: number): MendedCounts | null {
  const [counts, setCounts] = useState<(MendedCounts & { readonly of: number }) | null>(null);
  useEffect(() => {
    if (entry === null) return;
    let wanted = true;
    const ask = async () => {
      const answer = await call('concordance.done', { mender: { by: 'entry', entry }, offset: 0, limit: 1 });
      if (wanted && answer.ok) setCounts({ of: entry, ...answer.value });
    };
    const timer = setTimeout(() => void ask(), SETTLE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [entry, head]);
  return counts?.of === entry ? counts : null;
}
