import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { UNITS } from '#contract/schemas/queue.ts';
import type { Queue } from '#contract/schemas/queue.ts';
import { useKeysOf } from '../../commands/keymap.ts';
import { isMac, pressOf } from '../../commands/keyboard.ts';
import { matchesStroke, parseKeys } from '../../commands/keys.ts';
import { Picker } from '../../commands/palette/picker.tsx';
import { bestFits } from '../../commands/search.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { chooseQueue, loadCounts, queueStore, useQueue } from '../../state/queue.ts';
import { refuseWriting } from '../../state/writing.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Switch } from '../../ui/switch.tsx';
import { nextUnit, takeAway } from './acts.ts';
import { QueueDot } from './queue-dot.tsx';
import { queueName } from './queue-name.ts';
import { RenameField } from './rename-field.tsx';
import './queue-list.css';

const TAKE_AWAY = 'Shift+Delete';
const RENAME = 'F2';

/** The queues there are, with what is left of each: to be worked from here on, by articles or by pages, or taken away. */
export function QueueList({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const [renamed, setRenamed] = useState<Queue | null>(null);
  const queues = useQueue((state) => state.queues);
  const counts = useQueue((state) => state.counts);
  const chosen = useQueue((state) => state.queue);
  const unit = useQueue((state) => state.unit);
  const unitKeys = useKeysOf('queue.unit');
  const revision = useProject((state) => state.revision);
  useEffect(() => void loadCounts(), [revision]); // what was decided before the list was opened may be told only now
  const items = bestFits(queues, (queue) => [queueName(t, queue)], typed);

  const onKeyDown = (event: KeyboardEvent, queue: Queue | undefined): boolean => {
    const press = pressOf(event.nativeEvent);
    const is = (keys: string) => matchesStroke(parseKeys(keys)[0]!, press, isMac());
    if (unitKeys.some((keys) => !keys.includes(' ') && is(keys))) nextUnit();
    else if ((is(RENAME) || is(TAKE_AWAY)) && queue && !queue.builtIn) {
      if (refuseWriting()) return true;
      if (is(RENAME)) setRenamed(queue);
      else void takeAway(queue);
    }
    else return false;
    return true;
  };

  const leaveName = () => {
    setRenamed(null);
    document.querySelector<HTMLElement>('.picker [role=combobox]')?.focus();
  };

  return (
    <Picker
      label={t('queue.list')}
      hint={t('queue.list-hint')}
      empty={t('queue.list-empty')}
      items={items}
      start={Math.max(0, queues.findIndex(({ id }) => id === chosen))}
      keyOf={({ id }) => id}
      renderItem={(queue) => {
        const known = counts[queue.id]?.[unit];
        return (
          <>
            <span className="what">{queueName(t, queue)}{queue.id === chosen && <span className="queue-chosen"> <QueueDot named /></span>}</span>
            {!queue.builtIn && <span className="queue-order">{t(`queue.order.${queue.order}`)}</span>}
            <span className="queue-counts">{known ? t(`queue.counts.${unit}`, { left: formats.number(known.total - known.done), total: formats.number(known.total) }) : ''}</span>
          </>
        );
      }}
      onType={setTyped}
      onChoose={({ id }) => void chooseQueue(id, queueStore.getState().unit)}
      onKeyDown={onKeyDown}
      editing={renamed && { key: renamed.id, field: <RenameField queue={renamed} onDone={leaveName} /> }}
      onClose={onClose}
    >
      <div className="queue-list-foot">
        <Switch label={t('command.queue.unit')} options={UNITS} chosen={unit} nameOf={(one) => t(`queue.unit.${one}`)} onChoose={(one) => void chooseQueue(chosen, one)} command="queue.unit" optionClass="button quiet" />
        <span className="queue-list-hint"><Kbd keys="Enter" /> {t('queue.work-it')}</span>
        {queues.some(({ builtIn }) => !builtIn) && (
          <>
            <span><Kbd keys={RENAME} /> {t('queue.rename')}</span>
            <span><Kbd keys={TAKE_AWAY} /> {t('queue.take-away')}</span>
          </>
        )}
      </div>
    </Picker>
  );
}
