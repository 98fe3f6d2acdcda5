import './meter.css';

type Props = { readonly share: number; readonly label: string; readonly tone?: 'accent' | 'add' | 'warn' | 'pen' };

/** How much of a whole, 0 to 1, as a thin bar. `label` says it in words. */
export function Meter({ share, label, tone = 'accent' }: Props) {
  return (
    <span className={`meter ${tone}`} role="img" aria-label={label}>
      <span style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
    </span>
  );
}

/** A running job's bar; without a total it only shows that something goes on. */
export function Progress({ done, total, label }: { readonly done: number; readonly total: number; readonly label: string }) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <span className="meter progress" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
