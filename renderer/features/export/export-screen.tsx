import { useEffect } from 'react';
import { isStringKey } from '#strings/index.ts';
import { useTellHere } from '../../state/here.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useLibraryQuery } from '../../state/library-query.ts';
import { useProject } from '../../state/project.ts';
import { loadQueues, useQueue } from '../../state/queue.ts';
import { useTopicLabel } from '../../state/topics.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Labelled } from '../../ui/field.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { chooseFolder, exportJob, exportStore, filterOf, isFolderName, loadFormats, loadHoldings, proposedName, startExport, toggleFormat, useExport } from './export-store.ts';
import { ExportFoot } from './export-foot.tsx';
import { ExportLooks } from './export-looks.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { ExportPreview } from './export-preview.tsx';
import { filterWords } from './filter-words.ts';
import { formatName } from './format-name.ts';
import { HoldingsCharts } from './holdings-charts.tsx';
import { loadPresets } from './preset-store.ts';
import { Presets } from './presets.tsx';
import { WhatLeaves } from './what-leaves.tsx';
import './export.css';

/** The way out: what to write, where to, and what came of it. */
export function ExportScreen() {
  const t = useT();
  const label = useTopicLabel();
  const { isoDay } = useFormats();
  const project = useProject((state) => state.info?.name ?? null);
  const state = useExport((all) => all);
  const job = useProject((all) => exportJob(all.jobs, state.job));
  const head = useProject((all) => all.info?.head ?? 0);
  const running = job?.state === 'running';
  const shown = useLibraryQuery((all) => all.filter);
  const queues = useQueue((all) => all.queues);
  const revision = useProject((all) => all.revision);
  const filter = filterOf(state.choice, shown, queues);
  const holdings = state.holdings?.of === filter ? state.holdings.counts : null;
  useTellHere([t('rail.export')]);

  useEffect(() => void loadFormats(), []);
  useEffect(() => void loadQueues(), [project]);
  useEffect(() => void loadPresets(), [project, head]);
  useEffect(() => void loadHoldings(), [filter, head, revision]);
  useEffect(() => {
    if (project !== null && exportStore.getState().name === '') exportStore.setState({ name: proposedName(project, isoDay(new Date().toISOString())) });
  }, [project, isoDay]);

  const wrongName = state.name !== '' && !isFolderName(state.name);
  return (
    <form
      className="export-screen"
      onSubmit={(event) => {
        event.preventDefault();
        void startExport();
      }}
    >
      <div className="page-screen export-columns">
        <div className="page-column export">
          <header>
            <h2>{t('export.title')}</h2>
            <p className="lead">{t('export.text')}</p>
          </header>
          <Presets disabled={running} />
          <fieldset disabled={running}>
            <legend>{t('export.what')}</legend>
            <WhatLeaves choice={state.choice} shown={shown} queues={queues} />
          </fieldset>
          <fieldset disabled={running}>
            <legend>{t('export.formats')}</legend>
            <div className="export-choices export-formats">
              {state.offered?.map((format) => (
                <label key={format} className="export-choice">
                  <input type="checkbox" className="check" checked={state.formats.includes(format)} onChange={() => toggleFormat(format)} />
                  <span>{formatName(t, format)}<small>{named(t, `export.format-text.${format}`, '')}</small></span>
                </label>
              ))}
            </div>
          </fieldset>
          <fieldset disabled={running}>
            <legend>{t('export.looks')}</legend>
            <ExportLooks />
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
          <ExportOutcome job={job} problem={state.problem} folder={state.folder?.label ?? ''} name={state.name} formats={state.formats} />
        </div>
        <aside className="export-beside" aria-label={t('export.holds')}>
          <ExportPreview formats={state.formats} filter={filter} asked={`${head} ${revision}`} />
          <h2>{t('export.holds')}</h2>
          <p className="lead">{filterWords(t, label, filter)}</p>
          {holdings ? <HoldingsCharts holdings={holdings} /> : <Waiting />}
        </aside>
      </div>
      <ExportFoot filter={filter} holdings={holdings} asked={`${head} ${revision}`} job={running ? job : null} />
    </form>
  );
}

/** The name of a format; a format the strings do not know goes by its id. */
function named(t: ReturnType<typeof useT>, key: string, otherwise: string): string {
  return isStringKey(key) ? t(key) : otherwise;
}
