import { useT } from '../../../state/language.ts';

/** Beside a passage: how many findings it has. A sign and a number, so that it does not hang on seeing the underline. */
export function FindingMark({ count }: { readonly count: number }) {
  const t = useT();
  return <span className="finding-mark" role="img" aria-label={t('findings.count', { count })} title={t('findings.count', { count })}>※{count > 1 ? count : ''}</span>;
}
