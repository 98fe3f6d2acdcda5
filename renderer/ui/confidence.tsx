import { useT } from '../state/language.ts';
import { Meter } from './meter.tsx';

/** Under this, a decision is shown as a doubt (interface.md). */
export const DOUBT = 0.8;
const SERIOUS_DOUBT = 0.5;

/** How sure the machine is, as a bar and a figure with two places. Null: a person decided. */
export function Confidence({ value }: { readonly value: number | null }) {
  const t = useT();
  if (value === null) return <span className="confidence by-person">{t('confidence.person')}</span>;
  const tone = value < SERIOUS_DOUBT ? 'pen' : value < DOUBT ? 'warn' : 'add';
  return (
    <span className="confidence">
      <Meter share={value} tone={tone} label={t('confidence.label')} /> {value.toFixed(2)}
    </span>
  );
}
