import { useEffect, useRef, useState } from 'react';
import { exportKeys, importKeys, setKeys } from '../../state/keys.ts';
import { useT } from '../../state/language.ts';
import { say } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { COMMAND_GROUPS } from '../command.ts';
import type { Command, Context } from '../command.ts';
import { isFor } from '../contexts.ts';
import { useKeymap } from '../keymap.ts';
import { usable } from '../rekey.ts';
import { bestFits } from '../search.ts';
import { KeyRow } from './key-row.tsx';
import './key-sheet.css';
import './key-sheet-print.css';

type Props = { readonly commands: readonly Command[]; readonly context: Context; readonly onClose: () => void };

/**
 * All keys on one sheet, those of the screen first. Each line can be given another key; the whole can be written into a file, read from one,
 * set back and printed.
 */
export function KeySheet({ commands, context, onClose }: Props) {
  const t = useT();
  const own = useKeymap((state) => state.own);
  const changes = useKeymap((state) => state.changes);
  const [typed, setTyped] = useState('');
  const [changing, setChanging] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const left = useRef<string | null>(null); // the line whose key was being changed

  // The line has the keyboard again once its key is set or left.
  useEffect(() => {
    if (changing === null && left.current !== null) list.current?.querySelector<HTMLElement>(`[data-command="${left.current}"]`)?.focus();
    left.current = changing;
  }, [changing]);

  const shown = typed.trim() === '' ? commands : bestFits(commands, (command) => [t(command.labelKey), command.id, ...command.keys], typed);
  const groups = [...COMMAND_GROUPS]
    .toSorted((a, b) => Number(b === context) - Number(a === context))
    .map((group) => ({ group, commands: shown.filter((command) => command.group === group).toSorted((a, b) => Number(isFor(b, context)) - Number(isFor(a, context))) }))
    .filter((group) => group.commands.length > 0);
  const count = Object.keys(changes).length;

  const read = async () => {
    const keys = await importKeys();
    if (keys === null) return;
    const { changes: all, leftOut } = usable(own, keys);
    await setKeys(all);
    say('toast.keys-read', { count: Object.keys(all).length, left: leftOut });
  };

  return (
    <Dialog label={t('keys.title')} onClose={onClose} className="key-sheet">
      <header>
        <h2>{t('keys.title')}</h2>
        <p>{t('keys.note')}</p>
        <Field
          value={typed}
          placeholder={t('keys.find')}
          aria-label={t('keys.find')}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            list.current?.querySelector<HTMLElement>('[data-command]')?.focus();
            event.preventDefault();
          }}
        />
        <div className="key-acts">
          <Button look="quiet" disabled={count === 0} onClick={() => void setKeys({})}>{t('keys.all-back', { count })}</Button>
          <Button look="quiet" disabled={count === 0} onClick={() => void exportKeys()}>{t('keys.export')}</Button>
          <Button look="quiet" onClick={() => void read()}>{t('keys.import')}</Button>
          <Button look="quiet" onClick={() => window.print()}>{t('keys.print')}</Button>
        </div>
      </header>
      <div ref={list} className="key-groups" onKeyDown={walk}>
        {groups.map(({ group, commands: members }) => (
          <section key={group}>
            <h3>{t(`commands.group.${group}`)}</h3>
            <ul>
              {members.map((command) => (
                <KeyRow
                  key={command.id}
                  command={command}
                  isChanged={changes[command.id] !== undefined}
                  isChanging={changing === command.id}
                  onChange={(on) => setChanging(on ? command.id : null)}
                />
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && <p>{t('palette.empty')}</p>}
      </div>
    </Dialog>
  );
}

/** Arrow keys go from line to line. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };
  const step = steps[event.key];
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-command]')];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at < 0) return;
  lines[Math.max(0, Math.min(lines.length - 1, at + step))]?.focus();
  event.preventDefault();
}
