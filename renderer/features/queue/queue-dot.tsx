import { useT } from '../../state/language.ts';
import './queue-dot.css';

/** Marks the queue that is worked in a list of them; `named`: the words stand beside it. */
export function QueueDot({ named = false }: { readonly named?: boolean }) {
  const t = useT();
  return <span className="queue-dot" title={t('queue.chosen')}>{named ? t('queue.chosen') : <span className="visually-hidden"> {t('queue.chosen')}</span>}</span>;
}
