import { createStore, useStore } from 'zustand';
import { openDialog } from '../ui/open-dialogs.ts';
import type { Command, Context } from './command.ts';
import { isFor } from './contexts.ts';
import { step } from './dispatch.ts';
import type { Begun, Focus } from './dispatch.ts';
import { dropEarly, takeEarly } from './early-keys.ts';
import type { KeyCaps } from './label.ts';
import type { KeyPress } from './keys.ts';

type State = {
  readonly given: readonly KeyPress[]; // of a sequence begun
  readonly begun: readonly Begun[]; // where it can lead
  readonly caps: KeyCaps;
};

export const keyboardStore = createStore<State>(() => ({ given: [], begun: [], caps: new Map() }));

export const useKeyboard = <T>(select: (state: State) => T): T => useStore(keyboardStore, select);

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

const CONTROLS = 'button, a[href], summary, select, input[type=checkbox], input[type=radio], [role=button], [role=option], [role=menuitem], [role=tab]';
const TEXTS = 'textarea, select, [contenteditable=true], [contenteditable=plaintext-only], input:not([type=checkbox], [type=radio], [type=button], [type=range])';

/** What kind of thing has the focus. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'none';
  if (target.closest(TEXTS)) return 'text';
  return target.closest(CONTROLS) ? 'control' : 'none';
}

/** The parts of an event that decide what was pressed. */
export function pressOf(event: KeyboardEvent): KeyPress {
  const { code, key, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { code, key, ctrlKey, metaKey, altKey, shiftKey, altGraph: event.getModifierState('AltGraph') };
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Whether a key does nothing by itself. */
export const isModifier = ({ key }: Pick<KeyboardEvent, 'key'>): boolean => MODIFIERS.has(key);

function endSequence(): void {
  if (keyboardStore.getState().given.length > 0) keyboardStore.setState({ given: [], begun: [] });
}

/** Whoever turns to something else is done with the keys given so far. */
function endKeys(): void {
  endSequence();
  dropEarly();
}

/** What is listened for: the commands with the keys that are in force now, and where one is. */
export type Keyboard = { readonly commands: () => readonly Command[]; readonly context: () => Context; readonly onRun: (command: Command) => void };

/** What a key press does; nothing while an input method composes, while a dialog is open, or where a part of the page has taken the key. */
export function handleKey(event: KeyboardEvent, keyboard: Keyboard): void {
  const commands = keyboard.commands();
  if (isModifier(event) || event.defaultPrevented) return;
  const focus = focusOf(event.target);
  if (event.isComposing || (focus === 'text' && (event.key === 'Process' || event.keyCode === 229))) return;
  if (openDialog()) return endSequence();
  const { given } = keyboardStore.getState();
  if (given.length > 0 && event.key === 'Escape') {
    event.preventDefault();
    return endSequence();
  }
  const press = pressOf(event);
  const take = (early: KeyPress) => void give(commands.filter(({ ahead }) => ahead), early, focusOf(document.activeElement), false, keyboard);
  if ((given.length === 0 && takeEarly(commands, press, focus, isMac(), event.repeat, take)) || give(commands, press, focus, event.repeat, keyboard)) event.preventDefault();
}

/** Does what a press means. False where it means nothing here: a key is a command's only where that has its place. */
function give(commands: readonly Command[], press: KeyPress, focus: Focus, held: boolean, { context, onRun }: Keyboard): boolean {
  const here = context();
  const result = step(commands, keyboardStore.getState().given, press, focus, isMac(), held, (command) => isFor(command, here) && command.when());
  if (result.kind === 'pass') return false;
  if (result.kind === 'wait') keyboardStore.setState({ given: result.given, begun: result.begun });
  else endSequence();
  if (result.kind === 'run') onRun(result.command);
  return true;
}

/** Learns what the keys bear on this keyboard, where the system tells. */
async function learnCaps(): Promise<void> {
  if (!('keyboard' in navigator)) return;
  const { keyboard } = navigator as { readonly keyboard: { getLayoutMap(): Promise<Iterable<readonly [string, string]>> } };
  try {
    keyboardStore.setState({ caps: new Map(await keyboard.getLayoutMap()) });
  } catch {
    // not told: the letters as written stand
  }
}

/**
 * A button or box clicked with the mouse does not keep the focus: the next Enter or Space is for the screen, not for it again.
 * In dialogs, panels and forms it stays; by keyboard (`detail` 0) it stays too.
 */
function leaveClicked(event: MouseEvent): void {
  if (event.detail === 0 || !(event.target instanceof Element)) return;
  const control = event.target.closest<HTMLElement>('button, input[type=checkbox]');
  if (control && control === document.activeElement && !control.closest('dialog, [popover], form')) control.blur();
}

/** Listens to the keyboard for the whole window until the returned function is called. */
export function followKeyboard(keyboard: Keyboard): () => void {
  const onKey = (event: KeyboardEvent) => handleKey(event, keyboard);
  window.addEventListener('keydown', onKey);
  window.addEventListener('pointerdown', endKeys);
  window.addEventListener('blur', endKeys);
  window.addEventListener('click', leaveClicked);
  void learnCaps();
  return () => {
    window.removeEventListener('keydown', onKey);
    window.removeEventListener('pointerdown', endKeys);
    window.removeEventListener('blur', endKeys);
    window.removeEventListener('click', leaveClicked);
  };
}
