import { useState } from 'react';
import type { Metadata } from '#contract/schemas/library.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Labelled } from '../../ui/field.tsx';
import { selectedRows, setMetadata } from './acts.ts';

const FIELDS = ['newspaper', 'edition', 'date', 'page'] as const satisfies readonly (keyof Metadata)[];

const DATE = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/;

/** Sets newspaper, edition, date and page of many pages at once. A field that is left alone changes nothing. */
export function MetadataPanel({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const chosen = selectedRows();
  const [values, setValues] = useState<Partial<Metadata>>({});
  const wrongDate = values.date !== undefined && !DATE.test(values.date);
  const nothing = Object.keys(values).length === 0;

  /** What all selected have in common, where they are at hand: shown as a hint, so that one sees what would be changed. */
  const common = (field: keyof Metadata): string => {
    if (!chosen) return '';
    const first = chosen[0]?.[field] ?? '';
    return chosen.every((row) => row[field] === first) ? first : t('library.metadata-various');
  };

  return (
    <form
      className="metadata-panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrongDate || nothing) return;
        onDone();
        void setMetadata(values);
      }}
    >
      <p className="help">{t('library.metadata-help')}</p>
      {FIELDS.map((field, at) => (
        <Labelled key={field} label={t(`library.column.${field}`)} {...(field === 'date' && wrongDate && { help: t('library.metadata-date') })}>
          <Field
            autoFocus={at === 0}
            value={values[field] ?? ''}
            placeholder={common(field)}
            invalid={field === 'date' && wrongDate}
            onChange={(typed) => setValues((before) => ({ ...before, [field]: field === 'date' ? typed.trim() : typed }))}
          />
        </Labelled>
      ))}
      <div className="panel-actions">
        <Button onClick={onDone}>{t('library.cancel')}</Button>
        <Button type="submit" look="main" disabled={nothing || wrongDate}>{t('library.metadata-set')}</Button>
      </div>
    </form>
  );
}
