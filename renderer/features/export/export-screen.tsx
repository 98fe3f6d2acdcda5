import { useEffect } from 'react';
import { isStringKey } from '#strings/index.ts';
import { useTellHere } from '../../state/here.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Labelled } from '../../ui/field.tsx';
import { canStart, chooseFolder, exportJob, exportStore, isFolderName, loadEstimate, loadFormats, proposedName, startExport, toggleFormat, useExport } from './export-store.ts';
import { ExportOutcome } from './export-outcome.tsx';
import './export.css';

/** The way out: what to write, where to, and what came of it. */
export function ExportScreen() {
  const t = useT();
  const { isoDay } = useFormats();
  const project = useProject((state) => state.info?.name ?? null);
  const state = useExport((all) => all);
  const job = useProject((all) => exportJob(all.jobs, state.job));
  const head = useProject((all) => all.info?.head ?? 0);
  const running = job?.state === 'running';
  useTellHere([t('rail.export')]);

  useEffect(() => void loadFormats(), []);
  useEffect(() => void loadEstimate(), [state.formats, state.approvedOnly, head]);
  useEffect(() => {
    if (project !== null && exportStore.getState().name === '') exportStore.setState({ name: proposedName(project, isoDay(new Date().toISOString())) });
  }, [project, isoDay]);

  const wrongName = state.name !== '' && !isFolderName(state.name);
  return (
    <div className="page-screen">
      <form
        className="page-column export"
        onSubmit={(event) => {
          event.preventDefault();
          void startExport();
        }}
      >
        <header>
          <h2>{t('export.title')}</h2>
          <p className="lead">{t('export.text')}</p>
        </header>
        <fieldset disabled={running}>
          <legend>{t('export.what')}</legend>
          <div className="export-choices">
            <label className="export-choice">
              <input type="radio" className="check" name="what" checked={!state.approvedOnly} onChange={() => exportStore.setState({ approvedOnly: false })} />
              <span>{t('export.all')}</span>
            </label>
            <label className="export-choice">
              <input type="radio" className="check" name="what" checked={state.approvedOnly} onChange={() => exportStore.setState({ approvedOnly: true })} />
              <span>{t('export.approved')}</span>
            </label>
          </div>
        </fieldset>
        <fieldset disabled={running}>
          <legend>{t('export.formats')}</legend>
          <div className="export-choices">
            {state.offered?.map((format) => (
              <label key={format} className="export-choice">
                <input type="checkbox" className="check" checked={state.formats.includes(format)} onChange={() => toggleFormat(format)} />
                <span>{named(t, `export.format.${format}`, format)}<small>{named(t, `export.format-text.${format}`, '')}</small></span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset disabled={running}>
          <legend>{t('export.where')}</legend>
          <div className="export-where">
            <Button onClick={() => void chooseFolder()}>{t('export.choose')}</Button>
            <span className={`export-folder selectable ${state.folder ? '' : 'none'}`}>{state.folder?.label ?? t('export.no-folder')}</span>
          </div>
          <Labelled label={t('export.name')} help={wrongName ? t('export.name-wrong') : t('export.name-help')}>
            <Field className="export-name" value={state.name} invalid={wrongName} onChange={(name) => exportStore.setState({ name, problem: null })} />
          </Labelled>
        </fieldset>
        <p className="export-estimate">
          {state.formats.length === 0 ? t('export.no-format') : state.estimate && t('export.estimate', { articles: state.estimate.articles, pages: state.estimate.issues, characters: state.estimate.characters })}
        </p>
        <div className="export-start">
          <Button type="submit" look="main" command="export.start" disabled={!canStart()}>{t('command.export.start')}</Button>
          <span className="help">{state.folder === null && state.formats.length > 0 ? t('export.folder-first') : t('export.promise')}</span>
        </div>
        <ExportOutcome job={job} problem={state.problem} folder={state.folder?.label ?? ''} name={state.name} />
      </form>
    </div>
  );
}

/** The name of a format; a format the strings do not know goes by its id. */
function named(t: ReturnType<typeof useT>, key: string, otherwise: string): string {
  return isStringKey(key) ? t(key) : otherwise;
}
