import { useT } from '../../state/language.ts';
import { Field, Labelled } from '../../ui/field.tsx';
import { exportStore, useExport } from './export-store.ts';

const TABLES = ['csv', 'tsv'];
const STATES_LICENCE = ['huggingface', 'tei-pressmint', 'tei-documentary'];

/** How the export is to look: which reading, what goes with it, and what only some formats ask for. */
export function ExportLooks() {
  const t = useT();
  const { formats, reading, bom, licence, withProject } = useExport((state) => state);
  const has = (some: readonly string[]) => formats.some((format) => some.includes(format));
  return (
    <>
      <div className="export-choices">
        {(['emended', 'printed'] as const).map((each) => (
          <label key={each} className="export-choice">
            <input type="radio" className="check" name="reading" checked={reading === each} onChange={() => exportStore.setState({ reading: each })} />
            <span>{t(`export.reading.${each}`)}</span>
          </label>
        ))}
        <label className="export-choice">
          <input type="checkbox" className="check" checked={withProject} onChange={({ target }) => exportStore.setState({ withProject: target.checked })} />
          <span>{t('export.with-project')}<small>{t('export.with-project-text')}</small></span>
        </label>
        {has(TABLES) && (
          <label className="export-choice">
            <input type="checkbox" className="check" checked={bom} onChange={({ target }) => exportStore.setState({ bom: target.checked })} />
            <span>{t('export.bom')}<small>{t('export.bom-text')}</small></span>
          </label>
        )}
      </div>
      {has(STATES_LICENCE) && (
        <Labelled label={t('export.licence')} help={t('export.licence-text')}>
          <Field className="export-name" value={licence} placeholder="cc-by-4.0" onChange={(next) => exportStore.setState({ licence: next })} />
        </Labelled>
      )}
    </>
  );
}
