import { useEffect, useState } from 'react';
import type { Entry } from '#contract/schemas/project.ts';
import { isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';
import { call } from '../../../bridge/bridge.ts';
import { redo, undo } from '../../../state/desk-undo.ts';
import { useDesk } from '../../../state/desk.ts';
import { useFormats, useT } from '../../../state/language.ts';
import { sayError } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';

const SHOWN = 200;

/** What was done to this page, newest first, with who did it; what was taken back is struck through. */
export function HistoryTab() {
  const t = useT();
  const formats = useFormats();
  const id = useDesk(({ page }) => page?.id ?? null);
  const canUndo = useDesk(({ page }) => page?.canUndo === true);
  const canRedo = useDesk(({ page }) => page?.canRedo === true);
  const version = useDesk((state) => state.version);
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void call('history.list', { issue: id, before: null, limit: SHOWN }).then((list) => {
      if (!wanted) return;
      if (list.ok) setEntries(list.value);
      else sayError(list.error);
    });
    return () => {
      wanted = false;
    };
  }, [id, version]);
  const byId = new Map(entries?.map((entry) => [entry.entry, entry]));
  return (
    <>
      <div className="history-acts">
        <Button command="desk.undo" disabled={!canUndo} onClick={() => void undo()}>{t('command.desk.undo')}</Button>
        <Button command="desk.redo" disabled={!canRedo} onClick={() => void redo()}>{t('command.desk.redo')}</Button>
      </div>
      {entries?.length === 0 && <p className="nothing">{t('desk.history.empty')}</p>}
      <ol className="entries">
        {entries?.map((entry) => (
          <li key={entry.entry} className={entry.undoes !== null || entry.redoes !== null ? 'turned' : entry.live ? '' : 'undone'}>
            <span className="what">{whatText(t, entry, byId)}</span>
            <time dateTime={entry.at}>{formats.dateTime(entry.at)}</time>
            <small>
              {entry.origin === 'person' ? entry.who : t(`desk.history.origin.${entry.origin}`)}
              {entry.edits > 1 && ` · ${t('desk.history.edits', { count: entry.edits })}`}
              {entry.issues.length > 1 && ` · ${t('desk.history.many')}`}
              {!entry.live && entry.undoes === null && entry.redoes === null && ` · ${t('desk.history.undone')}`}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}

function labelText(t: Translate, label: string): string {
  const key = `history.${label}`;
  return isStringKey(key) ? t(key) : t('desk.history.other');
}

function whatText(t: Translate, entry: Entry, byId: ReadonlyMap<number, Entry>): string {
  const source = (other: number) => labelText(t, byId.get(other)?.label ?? entry.label);
  if (entry.undoes !== null) return t('desk.history.undoes', { what: source(entry.undoes) });
  if (entry.redoes !== null) return t('desk.history.redoes', { what: source(entry.redoes) });
  return labelText(t, entry.label);
}
