import { useEffect, useState } from 'react';
import type { Look } from '#contract/schemas/history.ts';
import type { Entry } from '#contract/schemas/project.ts';
import { isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';
import { call } from '../../../bridge/bridge.ts';
import { undoEntries } from '../../../state/desk-undo-one.ts';
import { useLanguage, useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { sayError } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { labelText } from './entry-text.ts';

type Change = Look['changes'][number];

/** Text of the page is Chinese, whatever language the window speaks. */
const spoken = ({ what }: Change) => (what === 'text' || what === 'place' ? { lang: 'zh-Hans' } : {});

/** What an entry changed on the page, before and after, and what depends on it; from here it is taken back. */
export function HistoryEntry({ entry, issue, version }: { readonly entry: Entry; readonly issue: number; readonly version: number }) {
  const t = useT();
  const value = useValueText(t);
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => {
    let wanted = true;
    void call('history.look', { issue, entry: entry.entry }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setLook(answer.value);
      else sayError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [issue, entry.entry, version]);
  if (!look) return null;
  const { changes, more, dependents } = look;
  return (
    <div className="entry-look">
      {changes.length === 0 && <p className="nothing">{t('desk.history.nothing-to-see')}</p>}
      <ul>
        {changes.map((change) => (
          <li key={`${change.what} ${change.subject} ${change.name}`}>
            <small>{t(`desk.history.what.${change.what}`)}{change.what !== 'text' && change.what !== 'answer' && ` · ${change.name}`}</small>
            <del {...spoken(change)}>{value(change, change.before)}</del> <span aria-hidden="true">→</span> <ins {...spoken(change)}>{value(change, change.after)}</ins>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="nothing">{t('desk.history.more', { count: more })}</p>}
      {dependents.length > 0 && (
        <>
          <p>{t('desk.history.depends')}</p>
          <ol className="dependents">{dependents.map((each) => <li key={each.entry}>{labelText(t, each.label)}</li>)}</ol>
        </>
      )}
      {entry.live && (
        <Button onClick={() => void undoEntries([...dependents.map((each) => each.entry), entry.entry])}>
          {dependents.length > 0 ? t('desk.history.take-back-with', { count: dependents.length }) : t('desk.history.take-back')}
          {dependents.length === 0 && <kbd aria-hidden="true">⌫</kbd>}
        </Button>
      )}
    </div>
  );
}

/** Takes an entry back if nothing depends on it. False where something does: it is to be looked at first. */
export async function takeBackAlone(entry: Entry): Promise<boolean> {
  const dependents = await call('history.dependents', { entry: entry.entry });
  if (!dependents.ok) sayError(dependents.error);
  if (!dependents.ok || dependents.value.length > 0) return false;
  await undoEntries([entry.entry]);
  return true;
}

/** Says a value in the words of the window. */
function useValueText(t: Translate): (change: Change, value: string) => string {
  const language = useLanguage();
  const schemes = useProject((state) => state.schemes);
  return ({ what }, value) => {
    const named = (prefix: string) => (isStringKey(`${prefix}.${value}`) ? t(`${prefix}.${value}` as Parameters<Translate>[0]) : value);
    switch (what) {
      case 'role':
        return named('desk.role');
      case 'status':
        return named('status');
      case 'place':
        return value === '' ? t('desk.history.aside') : value;
      case 'answer':
        return t(`desk.history.answer.${value === 'right' || value === 'wrong' ? value : 'none'}`);
      case 'topics':
        return value.split(' ').map((id) => schemes.flatMap((scheme) => scheme.topics).find((topic) => topic.id === id)?.labels[language] ?? id).join(' ') || '—';
      case 'text':
      case 'note':
        return value === '' ? '—' : value;
    }
  };
}
