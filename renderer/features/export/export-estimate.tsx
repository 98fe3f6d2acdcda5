import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Filter } from '#contract/schemas/library.ts';
import type { Holdings } from '#contract/schemas/holdings.ts';
import type { Estimate } from '#contract/schemas/preview.ts';
import type { Formats, Translate } from '#strings/index.ts';
import { call } from '../../bridge/bridge.ts';
import { useFormats, useT } from '../../state/language.ts';
import { chooseFolder, useExport } from './export-store.ts';

const PAUSE = 200; // milliseconds without a change, before it is reckoned: a preset and a hand that ticks boxes change several things at once

/** What the export comes to: articles, pages, characters, and about how large it will be and how long it will take. `asked`: changes when something was decided. */
export function ExportEstimate({ filter, holdings, asked }: { readonly filter: Filter; readonly holdings: Holdings | null; readonly asked: string }) {
  const t = useT();
  const way = useFormats();
  const [told, setTold] = useState<{ readonly of: string; readonly estimate: Estimate | null } | null>(null);
  const { formats, reading, bom, licence, withProject, folder } = useExport((state) => state);
  const question = JSON.stringify([formats, filter, reading, bom, licence, asked]);
  useEffect(() => {
    if (formats.length === 0) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void call('export.estimate', { formats: [...formats], filter, reading, bom, licence }).then((answer) => {
        if (isCurrent) setTold({ of: question, estimate: answer.ok ? answer.value : null });
      });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [question, formats, filter, reading, bom, licence]);
  const estimate = told?.of === question ? told.estimate : null;
  if (formats.length === 0) return <Lines first={t('export.no-format')} second={null} />;
  if (holdings?.articles === 0) return <Lines first={t('export.none')} second={null} />;
  return (
    <Lines
      first={holdings && t('export.estimate', { articles: holdings.articles, pages: holdings.issues, characters: holdings.characters })}
      second={
        <>
          {folder === null && <button type="button" className="link" onClick={() => void chooseFolder()}>{t('export.folder-first')}</button>}
          {folder === null && estimate && ' · '}
          {estimate && about(t, way, estimate, withProject)}
        </>
      }
    />
  );
}

/** Two lines, whatever is known: nothing moves when the rest is. */
function Lines({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <div className="export-estimate" aria-live="polite">
      <p>{first}</p>
      <p className="help">{second}</p>
    </div>
  );
}

function about(t: Translate, way: Formats, { bytes, milliseconds, pages, made }: Estimate, withProject: boolean): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const time = seconds <= 5 ? t('export.about.moments') : seconds < 90 ? t('export.about.seconds', { count: Math.round(seconds / 5) * 5 }) : t('export.about.minutes', { count: Math.round(seconds / 60) });
  const said = t(withProject ? 'export.about.with-project' : 'export.about', { size: way.size(rounded(bytes)), time });
  if (made === pages) return said;
  return `${said} · ${made === 0 ? t('export.about.none-anew') : t('export.about.anew', { made, pages })}`;
}

/** Two figures: more would say what nobody knows. */
const rounded = (value: number): number => Number(value.toPrecision(2));
