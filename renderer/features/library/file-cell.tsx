import type { Row } from '#contract/schemas/library.ts';
import type { Translate } from '#strings/index.ts';
import { CutName } from '../../ui/cut-name.tsx';

/** The file of a row, and whether it is no longer in the folder. */
export function FileCell({ row: { file, folder, gone }, t }: { readonly row: Pick<Row, 'file' | 'folder' | 'gone'>; readonly t: Translate }) {
  const whole = folder === '' ? file : `${folder}/${file}`;
  return (
    <span className="file-cell">
      {gone && <span className="gone-mark" title={t('library.gone-title', { file: whole })}>{t('library.gone-mark')}</span>}
      <CutName name={file} whole={whole} />
    </span>
  );
}
