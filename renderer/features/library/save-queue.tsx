import { useCallback, useRef, useState } from 'react';
import { ORDERS, isSameName } from '#contract/schemas/queue.ts';
import { undoLast } from '../../state/history.ts';
import { useT } from '../../state/language.ts';
import { isFiltered, libraryQuery, useLibraryQuery } from '../../state/library-query.ts';
import { chooseQueue, queueStore, saveQueue, useQueue } from '../../state/queue.ts';
import { say } from '../../state/toasts.ts';
import { useTopicLabel } from '../../state/topics.ts';
import { refuseWriting, useHeld } from '../../state/writing.ts';
import { Button } from '../../ui/button.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Field, Labelled } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/popover.tsx';
import { orderOf } from '../queue/queue-query.ts';
import { LONGEST_NAME } from '../queue/rename-field.tsx';
import { partsOf } from './filter-chips.tsx';
import { showSaveQueue, useSaveQueueShown } from './panels.ts';

/** The button that makes a queue of what is filtered, and the panel it is named in. */
export function SaveQueue() {
  const t = useT();
  const filtered = useLibraryQuery(({ filter }) => isFiltered(filter));
  const shown = useSaveQueueShown();
  const button = useRef<HTMLButtonElement>(null);
  const held = useHeld();
  const close = useCallback(() => showSaveQueue(false), []);
  if (!filtered) return null;
  return (
    <>
      <button ref={button} type="button" className="button quiet" aria-haspopup="dialog" aria-expanded={shown} {...held} onClick={() => refuseWriting() || showSaveQueue(!shown)}>
        <Icon name="queue" /> {t('queue.save')} <CommandKeys of="library.saveQueue" />
      </button>
      {shown && <Panel label={t('command.library.saveQueue')} anchor={button} onClose={close}><SaveForm onDone={close} /></Panel>}
    </>
  );
}

function SaveForm({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const label = useTopicLabel();
  const queues = useQueue((state) => state.queues);
  const [name, setName] = useState(() => {
    const { filter } = libraryQuery.getState();
    return [filter.text ?? '', ...partsOf(filter, t, label).map(({ value }) => value)].filter(Boolean).join(' · ').slice(0, LONGEST_NAME);
  });
  const [order, setOrder] = useState(() => orderOf(libraryQuery.getState().sort));
  const trimmed = name.trim();
  const same = queues.find((queue) => !queue.builtIn && isSameName(queue.name, trimmed));

  const save = async () => {
    const saved = await saveQueue(same?.id ?? null, trimmed, order, libraryQuery.getState().filter);
    if (!saved.ok) return;
    await chooseQueue(saved.value, queueStore.getState().unit);
    say('queue.saved', { name: trimmed }, undoLast);
  };

  return (
    <form
      className="metadata-panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed === '') return;
        onDone();
        void save();
      }}
    >
      <p className="help">{t('queue.save-help')}</p>
      <Labelled label={t('queue.save-name')} {...(same && { help: t('queue.save-again') })}>
        <Field autoFocus value={name} maxLength={LONGEST_NAME} onChange={setName} onFocus={(event) => event.currentTarget.select()} />
      </Labelled>
      <fieldset className="queue-orders">
        <legend>{t('queue.save-order')}</legend>
        {ORDERS.map((one) => (
          <label key={one} className="option"><input type="radio" name="queue-order" checked={one === order} onChange={() => setOrder(one)} /> {t(`queue.order.${one}`)}</label>
        ))}
      </fieldset>
      <div className="panel-actions">
        <Button onClick={onDone}>{t('library.cancel')}</Button>
        <Button type="submit" look="main" disabled={trimmed === ''}>{t(same ? 'queue.save-over' : 'queue.save')}</Button>
      </div>
    </form>
  );
}
