import { useLanguage, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Labelled } from '../../ui/field.tsx';
import { doImport, importStore, leaveImport, tryImport } from './scheme-acts.ts';
import type { Import } from './scheme-acts.ts';

/** What a file would bring, before it is taken in. */
export function ImportPanel({ begun }: { readonly begun: Import }) {
  const t = useT();
  const language = useLanguage();
  const schemes = useProject((state) => state.schemes).filter(({ editable }) => editable);
  const { report, scheme, title, retireMissing } = begun;
  const nothing = report.added + report.changed + report.retired === 0;
  const untitled = scheme === null && title.en.trim() === '' && title['zh-Hans'].trim() === '';
  return (
    <form
      className="import-panel"
      aria-label={t('command.topics.import')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!nothing && !untitled) void doImport(begun);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') leaveImport();
        else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
        else return;
        event.preventDefault();
      }}
    >
      <p className="import-file selectable">{begun.label}</p>
      <div className="import-choices">
        <Labelled label={t('topics.import-into')}>
          <select autoFocus className="field" value={scheme ?? ''} onChange={({ target }) => void tryImport({ ...begun, scheme: target.value || null, retireMissing: target.value === '' ? false : retireMissing })}>
            <option value="">{t('topics.import-new')}</option>
            {schemes.map((each) => <option key={each.id} value={each.id}>{each.title[language] || each.title.en || each.title['zh-Hans']}</option>)}
          </select>
        </Labelled>
        {scheme === null ? (
          <>
            <Labelled label={t('topics.scheme-title-zh')}><Field lang="zh-Hans" value={title['zh-Hans']} onChange={(text) => importStore.setState({ begun: { ...begun, title: { ...title, 'zh-Hans': text } } })} /></Labelled>
            <Labelled label={t('topics.scheme-title-en')}><Field lang="en" value={title.en} onChange={(text) => importStore.setState({ begun: { ...begun, title: { ...title, en: text } } })} /></Labelled>
          </>
        ) : (
          <label className="option">
            <input type="checkbox" className="check" checked={retireMissing} onChange={() => void tryImport({ ...begun, retireMissing: !retireMissing })} />
            {t('topics.import-retire')}
          </label>
        )}
      </div>
      <p role="status">{nothing && report.refused === 0 ? t('topics.import-nothing') : t('topics.import-said', { added: report.added, changed: report.changed, retired: report.retired, same: report.same })}</p>
      <ul className="import-sample">
        {report.sample.map(({ what, id, labels }) => (
          <li key={`${what} ${id}`}><small>{t(`topics.what.${what}`)}</small> {labels[language] || labels.en || labels['zh-Hans']} <code>{id}</code></li>
        ))}
      </ul>
      {report.refused > 0 && (
        <>
          <p>{t('topics.import-refused', { count: report.refused })}</p>
          <ul className="import-refused">
            {report.firstRefused.map(({ line, id, why }, at) => (
              <li key={`${at} ${id}`}>{line !== null && <small>{t('topics.line', { line })}</small>} <code>{id}</code> {t(`topics.wrong.${why}`)}</li>
            ))}
          </ul>
        </>
      )}
      <span className="topic-acts">
        <Button type="submit" look="main" disabled={nothing || untitled}>{t('topics.import-do')}</Button>
        <Button onClick={leaveImport}>{t('topics.leave')}</Button>
      </span>
    </form>
  );
}
