import { useT } from '../state/language.ts';
import './waiting.css';

/** In the place of a list that is being fetched. It shows after a moment only: most lists are there before. */
export function Waiting() {
  const t = useT();
  return <p className="waiting-line" role="status">{t('list.waiting')}</p>;
}
