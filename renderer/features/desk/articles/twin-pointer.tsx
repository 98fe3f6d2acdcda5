import type { PassageId } from '#core/model/ids.ts';
import { stopOf } from '../../../state/desk-outline.ts';
import { only } from '../../../state/desk-selection.ts';
import { select } from '../../../state/desk-view.ts';
import { useDeskPage } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';

/** What a duplicate repeats, and the way there. */
export function TwinPointer({ twin }: { readonly twin: PassageId }) {
  const t = useT();
  const article = useDeskPage((page) => (page && stopOf(page.issue, twin)?.article) ?? null);
  if (article === null) return null;
  return (
    <button type="button" className="twin" title={t('desk.twin-here')} onClick={() => select(only(twin))}>
      {article < 0 ? t('desk.twin-aside') : t('desk.twin', { number: article + 1 })} ↗
    </button>
  );
}
