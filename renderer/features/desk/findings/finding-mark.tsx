import type { PassageId } from '#core/model/ids.ts';
import { findingsOn } from '../../../state/desk-findings.ts';
import { useAtDesk } from '../../../state/desk-parts.ts';
import { useT } from '../../../state/language.ts';

/** Beside a passage: how many findings it has. A sign and a number, so that it does not hang on seeing the underline. */
export function FindingMark({ passage }: { readonly passage: PassageId }) {
  const t = useT();
  const count = useAtDesk(() => findingsOn(passage));
  if (count === 0) return null;
  return <span className="finding-mark" role="img" aria-label={t('findings.count', { count })} title={t('findings.count', { count })}>※{count > 1 ? count : ''}</span>;
}
