import { useEffect, useState } from 'react';
import type { Filter } from '#contract/schemas/library.ts';
import type { PreviewFile } from '#contract/schemas/preview.ts';
import { call } from '../../bridge/bridge.ts';
import { useFormats, useT } from '../../state/language.ts';
import { errorText } from '../../state/toasts.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { useExport } from './export-store.ts';
import { formatName } from './format-name.ts';
import './preview.css';

type Shown = { readonly of: string; readonly files: readonly PreviewFile[]; readonly problem: string | null };

/** The first articles in each format chosen, as they will be. `asked`: changes when something was decided, and they are to be looked at anew. */
export function ExportPreview({ formats, filter, asked }: { readonly formats: readonly string[]; readonly filter: Filter; readonly asked: string }) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const format = chosen !== null && formats.includes(chosen) ? chosen : (formats[0] ?? null);
  const { reading, bom, licence } = useExport((state) => state);
  const question = JSON.stringify([format, filter, reading, bom, licence, asked]);
  useEffect(() => {
    if (format === null) return;
    let isCurrent = true;
    void call('export.preview', { format, filter, reading, bom, licence }).then((answer) => {
      if (isCurrent) setShown({ of: question, files: answer.ok ? answer.value : [], problem: answer.ok ? null : errorText(t, answer.error) });
    });
    return () => {
      isCurrent = false;
    };
  }, [question, format, filter, reading, bom, licence, t]);
  if (format === null) return null;
  const files = shown?.of === question ? shown.files : null;
  const open = files?.find(({ path }) => path === file) ?? files?.find(({ text }) => text !== null) ?? files?.[0];
  return (
    <section className="export-preview" aria-label={t('export.preview')}>
      <h2>{t('export.preview')}</h2>
      <div className="preview-choice">
        <label>{t('export.preview-format')} <select className="field" value={format} onChange={(event) => setChosen(event.target.value)}>{formats.map((each) => <option key={each} value={each}>{formatName(t, each)}</option>)}</select></label>
        {files !== null && files.length > 1 && open && (
          <label>{t('export.preview-file')} <select className="field" value={open.path} onChange={(event) => setFile(event.target.value)}>{files.map(({ path }) => <option key={path} value={path}>{path}</option>)}</select></label>
        )}
      </div>
      {files === null ? <Waiting /> : <Text file={open ?? null} problem={shown?.problem ?? null} />}
    </section>
  );
}

function Text({ file, problem }: { readonly file: PreviewFile | null; readonly problem: string | null }) {
  const t = useT();
  const { number } = useFormats();
  if (problem !== null) return <p className="help selectable" role="alert">{problem}</p>;
  if (!file || file.text === '') return <p className="help">{t('export.preview-none')}</p>;
  if (file.text === null) return <p className="help">{t('export.preview-binary', { file: file.path, bytes: number(file.bytes) })}</p>;
  return <pre className="preview-text selectable" tabIndex={0} aria-label={file.path}>{file.text}{!file.whole && `\n${t('export.preview-cut')}`}</pre>;
}
