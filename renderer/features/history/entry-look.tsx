import { useCallback, useEffect, useState } from 'react';
import type { Brief, Look } from '#contract/schemas/history.ts';
import type { Entry } from '#contract/schemas/project.ts';
import { call } from '../../bridge/bridge.ts';
import { useFormats, useLanguage, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { sayError } from '../../state/toasts.ts';
import { refuseWriting, useHeld } from '../../state/writing.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { difference, labelText, spoken, valueText } from './entry-text.ts';
import './entry-look.css';

type Props = {
  readonly entry: number;
  readonly canTakeBack: boolean;
  readonly issue: number | null; // null: the whole project is looked at
  readonly version: number; // of what is shown: another one asks anew
  readonly wait?: number; // milliseconds before it is asked at all
  readonly onTakeBack: (entries: readonly number[]) => void;
  readonly onPage?: (issue: number) => void; // where the pages it was of are listed: goes to one
};

const NONE: readonly Entry[] = [];
const MOST_RUNS = 8; // of entries of one kind, one after the other: the button below them stays in sight

type Run = { readonly first: Entry; readonly count: number };

/** Entries in their order, those of one kind that follow one another as one. */
function runsOf(entries: readonly Entry[]): readonly Run[] {
  const runs: Run[] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last?.first.label === entry.label) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ first: entry, count: 1 });
  }
  return runs;
}

/** What an entry changed, before and after, and what depends on it; from here it is taken back. */
export function EntryLook({ entry, canTakeBack, issue, version, wait = 0, onTakeBack, onPage }: Props) {
  const t = useT();
  const held = useHeld();
  const formats = useFormats();
  const value = useValueText();
  const [look, setLook] = useState<(Look & { readonly of: number }) | null>(null);
  const [weighed, setWeighed] = useState<{ readonly of: number; readonly dependents: readonly Entry[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const answer = await call('history.look', { issue, entry });
      if (!wanted) return;
      if (!answer.ok) return sayError(answer.error);
      setLook({ of: entry, ...answer.value });
      // Of an old entry of a page much was done on, this takes far longer than to say what it changed.
      const found = await call('history.dependents', { entry });
      if (!wanted) return;
      if (found.ok) setWeighed({ of: entry, dependents: found.value });
      else sayError(found.error);
    };
    const timer = setTimeout(() => void ask(), wait);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [issue, entry, version, wait]);
  if (look?.of !== entry) return null;
  const { changes, more, pages } = look;
  const isWeighed = weighed?.of === entry;
  const dependents = isWeighed ? weighed.dependents : NONE;
  const shown = runsOf(dependents).slice(0, MOST_RUNS);
  const rest = dependents.length - shown.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="entry-look">
      {changes.length === 0 && issue !== null && <p className="nothing">{t('desk.history.nothing-to-see')}</p>}
      <ul>
        {changes.map((change) => (
          <li key={`${change.what} ${change.subject} ${change.name}`}>
            <small>{t(`desk.history.what.${change.what}`)}{change.what === 'accepted' ? ` · ${t(change.name === 'everywhere' ? 'accepted.scope.everywhere' : 'accepted.scope.project')}` : change.what !== 'text' && change.what !== 'answer' && <span lang="zh-Hans"> · {change.name}</span>}</small>
            <del {...spoken(change.what)}>{value(change, difference(change).before)}</del> <span aria-hidden="true">→</span> <ins {...spoken(change.what)}>{value(change, difference(change).after)}</ins>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="nothing">{t('desk.history.more', { count: more })}</p>}
      {dependents.length > 0 && (
        <>
          <p>{t('desk.history.depends')}</p>
          <ol className="dependents">
            {shown.map(({ first, count }) => <li key={first.entry}>{labelText(t, first.label)}{count > 1 && ` ×${formats.number(count)}`}</li>)}
            {rest > 0 && <li>{t('desk.history.more', { count: rest })}</li>}
          </ol>
        </>
      )}
      {onPage && pages.length > 1 && (
        <ul className="entry-pages">
          {pages.map((page) => <li key={page.issue}><button type="button" className="link" onClick={() => onPage(page.issue)}>{page.path}</button></li>)}
        </ul>
      )}
      {canTakeBack && (
        <Button {...held} disabled={!isWeighed} aria-busy={!isWeighed} onClick={() => refuseWriting() || onTakeBack([...dependents.map((each) => each.entry), entry])}>
          {dependents.length > 0 ? t('desk.history.take-back-with', { count: dependents.length }) : t('desk.history.take-back')}
          {dependents.length === 0 && <Kbd keys="Backspace" />}
        </Button>
      )}
    </div>
  );
}

/** Says a value in the words of the window. */
export function useValueText(): (change: Pick<Brief, 'what'>, value: string) => string {
  const t = useT();
  const language = useLanguage();
  const schemes = useProject((state) => state.schemes);
  return useCallback(({ what }, value) => valueText(t, language, schemes, what, value), [t, language, schemes]);
}
