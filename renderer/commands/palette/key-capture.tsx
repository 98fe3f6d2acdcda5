import { useState } from 'react';
import { setKeys } from '../../state/keys.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import type { Command } from '../command.ts';
import { isMac, pressOf, useKeyboard } from '../keyboard.ts';
import { useKeymap } from '../keymap.ts';
import type { KeyChanges } from '../keymap.ts';
import { writePress } from '../keys.ts';
import { keyLabels } from '../label.ts';
import { rekey, restoreOne } from '../rekey.ts';

type Props = { readonly command: Command; readonly isChanged: boolean; readonly onDone: () => void };

const LONGEST = 2; // strokes

/** Takes the next key pressed as the command's. Whether it is free is said at once, with what can be done if it is not. */
export function KeyCapture({ command, isChanged, onDone }: Props) {
  const t = useT();
  const caps = useKeyboard((state) => state.caps);
  const { own, changes, commands } = useKeymap((state) => state);
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const label = (keys: string) => keyLabels(keys, caps, isMac()).join(' ');
  const name = (id: string) => t(commands.find((one) => one.id === id)?.labelKey ?? 'palette.empty');

  const keys = strokes.join(' ');
  const instead = keys === '' ? null : rekey(own, changes, command.id, keys, 'instead');
  const beside = keys === '' ? null : rekey(own, changes, command.id, keys, 'beside');
  const set = (wanted: KeyChanges | null | undefined) => {
    if (!wanted) return;
    void setKeys(wanted);
    onDone();
  };
  const changesOf = (one: typeof instead): KeyChanges | null => (one === null || one.kind === 'reserved' ? null : one.changes);
  const first = command.keys[0] ?? '';
  const back = isChanged ? restoreOne(own, changes, command.id) : null;

  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape') return onDone();
    if (event.key === 'Enter' && keys !== '') return set(event.shiftKey ? changesOf(beside) : changesOf(instead));
    if (event.key === 'Backspace' && keys !== '') return setStrokes([]);
    const stroke = event.repeat ? null : writePress(pressOf(event.nativeEvent), isMac());
    if (stroke !== null) setStrokes(strokes.length === LONGEST ? [stroke] : [...strokes, stroke]);
  };

  return (
    <div className="key-capture">
      <input
        className="field"
        readOnly
        autoFocus
        value={strokes.map(label).join(' ')}
        placeholder={t('keys.press')}
        aria-label={t('keys.press-for', { command: t(command.labelKey) })}
        onKeyDown={onKeyDown}
      />
      <p role="status">
        {instead === null && t('keys.press-hint')}
        {instead?.kind === 'reserved' && t('keys.reserved')}
        {instead?.kind === 'free' && t('keys.free')}
        {instead?.kind === 'taken' && instead.by.map(({ other, otherKeys }) => (
          <span key={other + otherKeys}>{t('keys.taken', { keys: label(otherKeys), command: name(other) })} {wayOut(other)}</span>
        ))}
      </p>
      <div className="key-choices">
        {changesOf(instead) && <Button look="main" onClick={() => set(changesOf(instead))}>{t(instead?.kind === 'taken' ? 'keys.take' : 'keys.instead', { keys: label(first) })}</Button>}
        {changesOf(beside) && <Button onClick={() => set(changesOf(beside))}>{t('keys.beside', { keys: label(first) })}</Button>}
        {back && <Button look="quiet" onClick={() => set(back)}>{t('keys.back', { keys: (back[command.id] ?? own.find(({ id }) => id === command.id)?.keys ?? []).map(label).join(', ') })}</Button>}
        <Button look="quiet" onClick={onDone}>{t('keys.leave')}</Button>
      </div>
    </div>
  );

  /** What the other command is left with if its key is taken. */
  function wayOut(other: string): string {
    const all = changesOf(instead);
    if (!all) return t('keys.no-way');
    const left = all[other] ?? own.find(({ id }) => id === other)?.keys ?? [];
    return t('keys.other-gets', { keys: left.map(label).join(', ') });
  }
}
