import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { redo, undo } from '../../../state/desk-undo.ts';
import { undoEntries } from '../../../state/desk-undo-one.ts';
import { takeBackAlone } from '../../../state/history.ts';
import { useDesk } from '../../../state/desk.ts';
import { useFormats, useT } from '../../../state/language.ts';
import { Button } from '../../../ui/button.tsx';
import { EntryLook } from '../../history/entry-look.tsx';
import { whatText } from '../../history/entry-text.ts';
import { usePageEntries } from './page-entries.ts';

const NEAR_THE_END = 20; // entries below the keyboard's, when older ones are read

/** What was done to this page, newest first, with who did it; what was taken back is struck through. Each opens to what it changed. */
export function HistoryTab() {
  const t = useT();
  const formats = useFormats();
  const id = useDesk(({ page }) => page?.id ?? null);
  const canUndo = useDesk(({ page }) => page?.canUndo === true);
  const canRedo = useDesk(({ page }) => page?.canRedo === true);
  const version = useDesk((state) => state.version);
  const { entries, complete, more } = usePageEntries(id, version);
  const [chosen, setHere] = useState<number | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const byId = new Map(entries?.map((entry) => [entry.entry, entry]));
  const here = chosen !== null && byId.has(chosen) ? chosen : (entries?.[0]?.entry ?? null);
  const takeBack = (entry: number) => {
    const known = byId.get(entry);
    if (known?.live) void takeBackAlone(entry, undoEntries).then((done) => !done && setOpen(entry));
  };
  return (
    <>
      <div className="history-acts">
        <Button command="desk.undo" disabled={!canUndo} onClick={() => void undo()}>{t('menu.undo')}</Button>
        <Button command="desk.redo" disabled={!canRedo} onClick={() => void redo()}>{t('menu.redo')}</Button>
      </div>
      {entries?.length === 0 && <p className="nothing">{t('desk.history.empty')}</p>}
      <ol className="entries" onKeyDown={(event) => walkEntries(event, takeBack)}>
        {entries?.map((entry, at) => (
          <li key={entry.entry} className={entry.undoes !== null || entry.redoes !== null ? 'turned' : entry.live ? '' : 'undone'}>
            <button
              type="button" className="entry" data-entry={entry.entry} aria-expanded={entry.entry === open} tabIndex={entry.entry === here ? 0 : -1}
              onFocus={() => {
                setHere(entry.entry);
                if (at >= entries.length - NEAR_THE_END) more();
              }}
              onClick={() => setOpen(entry.entry === open ? null : entry.entry)}
            >
              <span className="what">{whatText(t, entry, byId)}</span>
              <time dateTime={entry.at}>{formats.dateTime(entry.at)}</time>
              <small>
                {entry.origin === 'person' ? entry.who : t(`desk.history.origin.${entry.origin}`)}
                {entry.edits > 1 && ` · ${t('desk.history.edits', { count: entry.edits })}`}
                {entry.issues.length > 1 && ` · ${t('desk.history.many')}`}
                {!entry.live && entry.undoes === null && entry.redoes === null && ` · ${t('desk.history.undone')}`}
              </small>
            </button>
            {entry.entry === open && id !== null && <EntryLook entry={entry.entry} canTakeBack={entry.live} issue={id} version={version} onTakeBack={(entries) => void undoEntries(entries)} />}
          </li>
        ))}
      </ol>
      {entries && !complete && <Older after={entries.length} onReached={more} />}
    </>
  );
}

/** Stands below the last entry read: once it is scrolled into sight, or pressed, older ones are read. `after`: so many are above it. */
function Older({ after, onReached }: { readonly after: number; readonly onReached: () => void }) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const reached = useEffectEvent(onReached);
  useEffect(() => {
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) reached();
    });
    if (button.current) watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [after]);
  return <button ref={button} type="button" className="button quiet entries-older" tabIndex={-1} onClick={onReached}>{t('desk.history.older')}</button>;
}

/** Up and down go through the entries, Home and End to the newest and the oldest read; Backspace takes one back, or shows what depends on it. */
function walkEntries(event: React.KeyboardEvent<HTMLElement>, takeBack: (entry: number) => void): void {
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-entry]') : null;
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
  const next = new Map([['ArrowDown', rows.indexOf(row) + 1], ['ArrowUp', rows.indexOf(row) - 1], ['Home', 0], ['End', rows.length - 1]]).get(event.key);
  if (next !== undefined) {
    event.preventDefault();
    rows[next]?.focus();
  } else if (event.key === 'Backspace' || event.key === 'Delete') {
    event.preventDefault();
    takeBack(Number(row.dataset['entry']));
  }
}
