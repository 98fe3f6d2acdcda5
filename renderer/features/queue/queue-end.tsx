import { memo, useEffect, useRef } from 'react';
import { showOverlay } from '../../commands/overlay.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { isFinished, useQueue } from '../../state/queue.ts';
import { goToScreen } from '../../state/screen.ts';
import { acceptedSince, useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { queueName } from './queue-name.ts';

/** Where nothing is left in the queue: what was done, and what can be done now. */
export const QueueEnd = memo(function QueueEnd() {
  const t = useT();
  const queue = useQueue(({ queues, queue: id }) => queues.find((each) => each.id === id));
  const unit = useQueue((state) => state.unit);
  const total = useQueue((state) => (isFinished(state) ? (state.place?.total ?? null) : null));
  const approved = useProject(({ info }) => info?.approved ?? 0);
  const session = useSession();
  const isKnown = useQueue(({ place }) => place !== null);
  const end = useRef<HTMLElement>(null);
  const wasOpen = useRef(false); // something was left, as far as was told
  useEffect(() => {
    if (wasOpen.current && total !== null) end.current?.scrollIntoView({ block: 'nearest' }); // the last is done: what comes now is in sight
    if (isKnown) wasOpen.current = total === null;
  }, [isKnown, total]);
  if (!queue || total === null) return null;
  return (
    <section ref={end} className="queue-end">
      <h3><span aria-hidden="true">✓</span> {t('queue.end', { name: queueName(t, queue) })}</h3>
      <p>{t(`queue.all-done.${unit}`, { total })} · {t('queue.sitting', { count: acceptedSince(session, approved), minutes: session.minutes })}</p>
      <div className="queue-end-acts">
        <Button look="main" command="queue.choose" onClick={() => showOverlay('queues')}>{t('queue.another')}</Button>
        <Button command="app.go.library" onClick={() => goToScreen('library')}>{t('rail.library')}</Button>
        <Button command="app.go.export" onClick={() => goToScreen('export')}>{t('rail.export')}</Button>
      </div>
    </section>
  );
});
