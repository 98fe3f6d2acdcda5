import type { Status } from '#core/model/issue.ts';
import { useT } from '../state/language.ts';
import './status-mark.css';

/** An article's status: a mark whose shape differs as well as its colour, and the word. */
export function StatusMark({ status }: { readonly status: Status }) {
  const t = useT();
  return <span className={`status-mark ${status}`}>{t(`status.${status}`)}</span>;
}
