import { memo } from 'react';
import { showOverlay } from '../../commands/overlay.ts';
import { useAhead } from '../../state/desk-ahead.ts';
import { articlePosition } from '../../state/desk-outline.ts';
import { useArticleCount, useLeft } from '../../state/desk-parts.ts';
import { useDesk } from '../../state/desk.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { useQueue } from '../../state/queue.ts';
import { acceptedSince, useSession } from '../../state/session.ts';
import { useApp } from '../../state/app.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Meter } from '../../ui/meter.tsx';
import { pageName } from '../desk/page-name.ts';
import { queueName } from './queue-name.ts';
import './queue-bar.css';

/** Which queue is worked, how far one is in it, and what comes next. A part of its own: nothing else is drawn anew as its figures change. */
export const QueueBar = memo(function QueueBar() {
  const t = useT();
  const queue = useQueue(({ queues, queue: id }) => queues.find((each) => each.id === id));
  const engine = useApp((state) => state.engine.state);
  return (
    <section className="queue-bar" aria-label={t('queue.bar')}>
      <button type="button" className="queue-name" title={t('command.queue.choose')} aria-haspopup="dialog" onClick={() => showOverlay('queues')}>
        <span>{queue ? t('queue.named', { name: queueName(t, queue) }) : t('queue.bar')}</span> <CommandKeys of="queue.choose" />
      </button>
      {engine === 'restarting' || engine === 'failed' ? <span>{t(`status-bar.engine.${engine}`)}</span> : <Progress />}
      <Sitting />
      <Next />
    </section>
  );
});

function Progress() {
  const t = useT();
  const unit = useQueue((state) => state.unit);
  const place = useQueue((state) => state.place);
  const left = useLeft();
  const articles = useArticleCount();
  const isReading = useProject(({ jobs }) => jobs.some(({ kind, state }) => kind === 'reading' && state === 'running'));
  if (!place) return <span>{t('queue.asking')}</span>;
  const { at, total, done } = place;
  const figures = { at: at ?? done, total };
  const share = <Meter share={total > 0 ? done / total : 0} label={t('queue.done', { done, total })} tone="add" />;
  if (total === 0) return <span>{t('queue.empty')}</span>;
  if (done === total) return <><span className="queue-done"><span aria-hidden="true">✓</span> {t(`queue.all-done.${unit}`, { total })}</span>{share}</>;
  return (
    <>
      <span title={t('queue.done', { done, total })}>{t(at !== null ? `queue.at.${unit}` : articles === 0 ? `queue.none-here.${unit}` : `queue.out.${unit}`, figures)}{isReading && ` · ${t('queue.reading')}`}</span>
      {share}
      {articles > 0 && <span className="queue-left">{t('queue.left', { left })}</span>}
    </>
  );
}

function Sitting() {
  const t = useT();
  const approved = useProject(({ info }) => info?.approved ?? 0);
  const session = useSession();
  return <span className="queue-sitting" title={t('queue.sitting-title')}>{t('queue.sitting', { count: acceptedSince(session, approved), minutes: session.minutes })}</span>;
}

function Next() {
  const t = useT();
  const next = useQueue(({ place, isHere }) => (isHere ? (place?.next ?? null) : null));
  const ahead = useAhead(next?.issue ?? null);
  const position = useDesk(({ page }) => (next !== null && next.issue === page?.id && next.article !== null ? articlePosition(page.issue, next.article) : -1));
  const name = position >= 0 ? t('queue.article-here', { position: position + 1 }) : ahead ? pageName(t, ahead) : '';
  return <span className="queue-next" title={name}>{name !== '' && t('queue.next', { name })}</span>;
}
