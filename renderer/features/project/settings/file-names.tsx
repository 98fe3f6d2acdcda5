import { useEffect, useMemo, useState } from 'react';
import { DEFAULT_PATTERN, parsePattern } from '#core/metadata/file-name-pattern.ts';
import { call } from '../../../bridge/bridge.ts';
import { useT } from '../../../state/language.ts';
import { undoLast } from '../../../state/history.ts';
import { changeSettings, useProject } from '../../../state/project.ts';
import { say } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { Deciding } from '../../../ui/deciding.tsx';
import { Field } from '../../../ui/field.tsx';
import { leaveField } from '../../../ui/leave-field.ts';
import { useDraft } from '../../../ui/use-draft.ts';

const PARTS = ['{newspaper}', '{edition}', '{date}', '{year}', '{month}', '{day}', '{page}', '*'] as const;
const SHOWN = 8;

/** How newspaper, date and page are read from file names, tried at once on the project's own names. */
export function FileNames({ pattern: set }: { readonly pattern: string }) {
  const t = useT();
  const [pattern, setPattern] = useDraft(set);
  const parsed = useMemo(() => parsePattern(pattern), [pattern]);
  const paths = useSomePaths();
  const read = parsed.ok ? paths.map((path) => ({ path, ...parsed.value(path) })) : [];
  const fitting = read.filter((one) => one.newspaper !== '' || one.date !== '' || one.page !== '').length;
  const keep = async () => {
    if (parsed.ok && pattern !== set && (await changeSettings({ fileNamePattern: pattern }))) say('toast.settings', {}, undoLast);
  };
  return (
    <section>
      <h2>{t('settings.names')}</h2>
      <p className="lead">{t('settings.names-text')}</p>
      <form
        className="settings-line"
        onSubmit={(event) => {
          event.preventDefault();
          event.currentTarget.querySelector('input')?.focus(); // the button can no longer have the keyboard once it is set
          void keep();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setPattern(set);
          leaveField(event.currentTarget, 'main');
        }}
      >
        <Deciding>
          <Field className="pattern" value={pattern} invalid={!parsed.ok} aria-label={t('settings.names')} onChange={setPattern} />
          <Button type="submit" look="main" disabled={!parsed.ok || pattern === set}>{t('settings.set')}</Button>
          {pattern !== DEFAULT_PATTERN && <Button look="quiet" onClick={() => setPattern(DEFAULT_PATTERN)}>{t('settings.names-default')}</Button>}
        </Deciding>
      </form>
      <p className="pattern-parts">
        {PARTS.map((part) => (
          <button key={part} type="button" className="pattern-part" onClick={() => setPattern(pattern + part)}>{part}</button>
        ))}
      </p>
      {!parsed.ok && <p className="settings-problem" role="alert">{t('settings.names-wrong', { at: parsed.error.at + 1 })}</p>}
      {paths.length > 0 && parsed.ok && (
        <table className="file-names-table">
          <caption>{t('settings.names-fit', { fitting, of: paths.length })}</caption>
          <thead>
            <tr>
              <th>{t('library.column.file')}</th>
              <th>{t('library.column.newspaper')}</th>
              <th>{t('library.column.edition')}</th>
              <th>{t('library.column.date')}</th>
              <th>{t('library.column.page')}</th>
            </tr>
          </thead>
          <tbody>
            {read.map((one) => (
              <tr key={one.path}>
                <td>{one.path}</td>
                <td>{one.newspaper || '—'}</td>
                <td>{one.edition || '—'}</td>
                <td>{one.date || '—'}</td>
                <td>{one.page || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Some names of the project's files, from different places of the list, so that more than one folder shows. */
function useSomePaths(): readonly string[] {
  const [paths, setPaths] = useState<readonly string[]>([]);
  const files = useProject((state) => state.info?.files ?? 0);
  useEffect(() => {
    let wanted = true;
    void call('files.list', { offset: 0, limit: 200, only: 'all' }).then((answer) => {
      if (!wanted || !answer.ok) return;
      const step = Math.max(1, Math.floor(answer.value.files.length / SHOWN));
      setPaths(answer.value.files.filter((_, at) => at % step === 0).slice(0, SHOWN).map((file) => file.path));
    });
    return () => {
      wanted = false;
    };
  }, [files]);
  return paths;
}
