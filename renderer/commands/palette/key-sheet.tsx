import { useEffect, useRef, useState } from 'react';
import type { StringKey } from '#strings/index.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { COMMAND_GROUPS } from '../command.ts';
import type { Command, Context } from '../command.ts';
import { isFor } from '../contexts.ts';
import { step } from '../dispatch.ts';
import { give } from '../give.ts';
import { focusOf, isMac, pressOf } from '../keyboard.ts';
import { keymapStore, useKeymap } from '../keymap.ts';
import { bestFits } from '../search.ts';
import { keysCommands } from './key-acts.ts';
import { KeyRow } from './key-row.tsx';
import './key-sheet.css';
import './key-sheet-print.css';

const SAYS: Readonly<Record<string, StringKey>> = { 'app.keys.allBack': 'keys.all-back', 'app.keys.export': 'keys.export', 'app.keys.import': 'keys.import', 'app.keys.print': 'keys.print' };

type Props = { readonly commands: readonly Command[]; readonly context: Context; readonly onClose: () => void };

/**
 * All keys on one sheet, those of the screen first. Each line can be given another key; the whole can be written into a file, read from one,
 * set back and printed.
 */
export function KeySheet({ commands, context, onClose }: Props) {
  const t = useT();
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

  return (
    <Dialog label={t('keys.title')} onClose={onClose} className="key-sheet">
      <header onKeyDown={giveKeys}>
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
          {keysCommands.map(({ id, when, run }) => <Button key={id} look="quiet" command={id} disabled={!when()} onClick={() => void run()}>{t(SAYS[id] ?? 'keys.title', { count })}</Button>)}
        </div>
      </header>
      <div ref={list} className="key-groups" onKeyDown={(event) => (walk(event), changing === null && giveKeys(event))}>
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

/** What is done with all keys has its own also here, where no other command's counts. */
function giveKeys(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.nativeEvent.isComposing) return;
  const inForce = keymapStore.getState().commands.filter(({ id }) => keysCommands.some((own) => own.id === id));
  const given = step(inForce, [], pressOf(event.nativeEvent), focusOf(event.target), isMac(), event.repeat);
  if (given.kind !== 'run') return;
  event.preventDefault();
  give(given.command);
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
