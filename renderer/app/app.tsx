import { useEffect } from 'react';
import { followKeyboard, KeySheet, keymapStore, Palette, QuickOpen, SequenceHint, showOverlay, useKeymap, useOverlay } from '../commands/index.ts';
import { listen } from '../bridge/bridge.ts';
import type { Context } from '../commands/command.ts';
import { wanting } from '../commands/contexts.ts';
import { give } from '../commands/give.ts';
import { focusOf } from '../commands/keyboard.ts';
import { appStore, useApp } from '../state/app.ts';
import { voice } from '../state/language.ts';
import { screenStore, useScreen } from '../state/screen.ts';
import { dismissNewest, sayHere } from '../state/toasts.ts';
import { LinkPicker } from '../features/desk/links/link-picker.tsx';
import { QueueList } from '../features/queue/queue-list.tsx';
import { StartScreen } from '../features/project/start/start-screen.tsx';
import { openDialog } from '../ui/open-dialogs.ts';
import { menuCommand } from './commands/registry.ts';
import { Frame } from './layout/frame.tsx';
import { Toasts } from './toasts.tsx';

/** Chosen in the system's menu where it cannot be done: says what is wanting. */
function sayNotNow(id: string): void {
  const command = keymapStore.getState().commands.find((one) => one.id === id);
  const { app } = appStore.getState();
  const needs = command && app && wanting(command, app.project === null ? 'start' : screenStore.getState().place.screen);
  if (app && needs) sayHere('commands.not-now', { why: voice(app.language).t(needs) });
}

/** Escape that nothing else takes dismisses a problem: it stays until then. */
function onEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || focusOf(event.target) === 'text' || openDialog() || document.querySelector(':popover-open')) return;
  if (dismissNewest('problem')) event.preventDefault();
}

const close = (): void => showOverlay(null);

const contextNow = (): Context => (appStore.getState().app?.project ? screenStore.getState().place.screen : 'start');

/** The window: the start screen without a project, the workbench with one; commands work in both. */
export function App() {
  const known = useApp((state) => state.app !== null);
  const project = useApp((state) => state.app?.project?.id ?? null);
  const overlay = useOverlay();
  const commands = useKeymap((state) => state.commands);
  const screen = useScreen((state) => state.place.screen);
  const context = project === null ? 'start' : screen;

  useEffect(() => followKeyboard({ commands: () => keymapStore.getState().commands, context: contextNow, onRun: give }), []);
  useEffect(() => {
    window.addEventListener('keydown', onEscape); // behind the commands, which come first
    return () => window.removeEventListener('keydown', onEscape);
  }, []);
  useEffect(() => listen('app.command', ({ command }) => {
    const found = menuCommand(command);
    if (found) give(found);
    else sayNotNow(command);
  }), []);

  if (!known) return null;
  return (
    <>
      {project === null ? <StartScreen /> : <Frame key={project} />}
      {overlay === 'palette' && <Palette commands={commands} context={context} onRun={give} onClose={close} />}
      {overlay === 'open' && <QuickOpen onClose={close} />}
      {overlay === 'keys' && <KeySheet commands={commands} context={context} onClose={close} />}
      {overlay === 'queues' && <QueueList onClose={close} />}
      {overlay === 'link' && <LinkPicker onClose={close} />}
      <SequenceHint />
      <Toasts />
    </>
  );
}
