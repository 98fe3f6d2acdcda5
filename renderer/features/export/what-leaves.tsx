import type { ReactNode } from 'react';
import type { Filter } from '#contract/schemas/library.ts';
import type { Queue } from '#contract/schemas/queue.ts';
import { useT } from '../../state/language.ts';
import { isFiltered } from '../../state/library-query.ts';
import { useTopicLabel } from '../../state/topics.ts';
import { queueName } from '../queue/queue-name.ts';
import { exportStore } from './export-store.ts';
import type { Choice } from './export-store.ts';
import { filterWords } from './filter-words.ts';

type Props = { readonly choice: Choice; readonly shown: Filter; readonly queues: readonly Queue[] };

/** Which articles leave: all, the approved ones, what the Library shows, what a queue of the user's own holds, or what a preset asks for, each said in words. */
export function WhatLeaves({ choice, shown, queues }: Props) {
  const t = useT();
  const label = useTopicLabel();
  const own = queues.filter(({ builtIn, filter }) => !builtIn && isFiltered(filter));
  const queue = typeof choice === 'object' && 'queue' in choice ? choice.queue : null;
  const asked = typeof choice === 'object' && 'filter' in choice ? choice : null;
  return (
    <div className="export-choices">
      <One choice="all" on={choice === 'all'}>{t('export.all')}</One>
      <One choice="approved" on={choice === 'approved'}>{t('export.approved')}</One>
      <One choice="library" on={choice === 'library'} disabled={!isFiltered(shown) && choice !== 'library'}>
        {t('export.library')}
        <small>{isFiltered(shown) ? filterWords(t, label, shown) : t('export.library-all')}</small>
      </One>
      {own.map((each) => (
        <One key={each.id} choice={{ queue: each.id }} on={queue === each.id}>
          {t('queue.named', { name: queueName(t, each) })}
          <small>{filterWords(t, label, each.filter)}</small>
        </One>
      ))}
      {asked && (
        <One choice={asked} on>
          {t('export.as-preset')}
          <small>{filterWords(t, label, asked.filter)}</small>
        </One>
      )}
    </div>
  );
}

function One({ choice, on, disabled = false, children }: { readonly choice: Choice; readonly on: boolean; readonly disabled?: boolean; readonly children: ReactNode }) {
  return (
    <label className={`export-choice ${disabled ? 'not-now' : ''}`}>
      <input type="radio" className="check" name="what" checked={on} disabled={disabled} onChange={() => exportStore.setState({ choice })} />
      <span>{children}</span>
    </label>
  );
}
