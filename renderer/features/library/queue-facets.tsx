import { useEffect, useMemo, useRef, useState } from 'react';
import { coalesce } from '../../state/coalesce.ts';
import { useT } from '../../state/language.ts';
import { showQuery, useLibraryQuery } from '../../state/library-query.ts';
import type { LibraryQuery } from '../../state/library-query.ts';
import type { ListName } from '../../state/library-spot.ts';
import { useProject } from '../../state/project.ts';
import { chooseQueue, loadCounts, useQueue } from '../../state/queue.ts';
import { refuseWriting } from '../../state/writing.ts';
import { QueueDot } from '../queue/queue-dot.tsx';
import { queueName } from '../queue/queue-name.ts';
import { queryOf } from '../queue/queue-query.ts';
import { RenameField } from '../queue/rename-field.tsx';
import { Line } from './facet-line.tsx';

const asked = (list: ListName, { filter, sort, pageSort }: LibraryQuery): string => JSON.stringify([filter, list === 'pages' ? pageSort : sort]);

const SOON = 600; // milliseconds in which changes of the lists become one question

/** The queues, each with how many articles are left in it; a click shows its articles or pages in its order, and works it from then on. `shown`: the list that is in front. */
export function QueueFacets({ shown, onShow }: { readonly shown: ListName | null; readonly onShow: () => void }) {
  const t = useT();
  const queues = useQueue((state) => state.queues);
  const chosen = useQueue((state) => state.queue);
  const unit = useQueue((state) => state.unit);
  const counts = useQueue((state) => state.counts);
  const query = useLibraryQuery((state) => state);
  const revision = useProject((state) => state.revision);
  const count = useMemo(() => coalesce(() => void loadCounts(), SOON), []);
  useEffect(count, [count, revision, queues]);
  const [renamed, setRenamed] = useState<string | null>(null);
  const buttons = useRef(new Map<string, HTMLElement>());
  const leaveName = (id: string) => {
    setRenamed(null);
    requestAnimationFrame(() => buttons.current.get(id)?.focus());
  };
  return queues.map((queue) => {
    if (queue.id === renamed) return <li key={queue.id} className="facet-rename"><RenameField queue={queue} onDone={() => leaveName(queue.id)} /></li>;
    const shows = queryOf(queue);
    const known = counts[queue.id]?.article;
    const on = shown !== null && queue.id === chosen && asked(shown, query) === asked(shown, shows);
    return (
      <Line
        key={queue.id}
        label={<>{queueName(t, queue)}{queue.id === chosen && <QueueDot />}</>}
        count={known ? known.total - known.done : null}
        on={on}
        {...(queue.builtIn ? { title: t(`queue.order-help.${queue.order}`) } : { title: t('queue.rename-key'), buttonRef: (button) => void (button ? buttons.current.set(queue.id, button) : buttons.current.delete(queue.id)), onRename: () => refuseWriting() || setRenamed(queue.id) })}
        onClick={() => {
          onShow();
          showQuery(shows);
          void chooseQueue(queue.id, unit);
        }}
      />
    );
  });
}
