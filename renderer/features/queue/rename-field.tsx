import { useId, useRef, useState } from 'react';
import { isSameName } from '#contract/schemas/queue.ts';
import type { Queue } from '#contract/schemas/queue.ts';
import { useT } from '../../state/language.ts';
import { useQueue } from '../../state/queue.ts';
import { Field } from '../../ui/field.tsx';
import { rename } from './acts.ts';
import { queueName } from './queue-name.ts';
import './rename-field.css';

/** The longest name a queue can have. */
export const LONGEST_NAME = 100;

/** The name of a saved queue, to be changed in its place. Enter, or going elsewhere, keeps what is written; Escape, or a name that cannot be, does not. */
export function RenameField({ queue, onDone }: { readonly queue: Queue; readonly onDone: () => void }) {
  const t = useT();
  const [name, setName] = useState(queue.name);
  const isTaken = useQueue(({ queues }) => queues.some((other) => other.id !== queue.id && isSameName(queueName(t, other), name)));
  const why = useId();
  const trimmed = name.trim();
  const canBe = trimmed !== '' && !isTaken;
  const left = useRef(false); // a field that is taken away loses the keyboard once more
  const leave = (keeping: boolean) => {
    if (left.current) return;
    left.current = true;
    if (keeping && canBe && trimmed !== queue.name) void rename(queue, trimmed);
    onDone();
  };
  return (
    <span className="rename-field">
      <Field
        autoFocus
        value={name}
        maxLength={LONGEST_NAME}
        invalid={isTaken}
        aria-label={t('queue.rename-label', { name: queue.name })}
        aria-describedby={isTaken ? why : undefined}
        onChange={setName}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => leave(true)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          if (event.key === 'Escape') leave(false);
          else if (canBe) leave(true);
        }}
      />
      {isTaken && <span id={why} className="rename-taken" role="alert">{t('error.queue-name-taken', { name: trimmed })}</span>}
    </span>
  );
}
