import { MessageChannelMain } from 'electron';
import type { BrowserWindow } from 'electron';
import { PORT_CHANNEL } from '#contract/bridge.ts';
import type { LinkState } from '#contract/bridge.ts';
import type { AppError } from '#contract/app-error.ts';
import type { EventPayload } from '#contract/events.ts';
import { assertNever } from '#util/assert-never.ts';
import type { Result } from '#util/result.ts';
import type { EngineChange, Supervisor } from './supervisor.ts';

/** Joins the window to the engine of its project, whatever happens to either. */
export type EngineLink = {
  /** Opens a project. The one before it stays open until that has worked. `folder`: to be watched, if the project is new. */
  readonly open: (projectPath: string, folder: string | null) => Promise<Result<{ readonly folder: string }, AppError>>;
  readonly grant: (grant: string, path: string) => void;
  /** Closes the project that is open and opens it again. */
  readonly reopen: () => void;
  readonly close: () => Promise<void>;
  /** The window to join the engine to. It is there after the engine was started: its process takes longer to come up. To be called once. */
  readonly show: (window: BrowserWindow) => void;
};

type Supervise = (projectPath: string, folder: string | null, told: (change: EngineChange) => void) => Supervisor;
type Tell = (state: EventPayload<'engine.state'>) => void;

export function createEngineLink(supervise: Supervise, tell: Tell): EngineLink {
  let window: BrowserWindow | null = null;
  let current: Supervisor | null = null;
  let state: LinkState = NO_PROJECT;
  let isPageThere = false;

  const join = (next: LinkState): void => {
    state = next;
    if (!isPageThere || window === null || window.isDestroyed()) return;
    if (state.kind !== 'ready' || current === null) return window.webContents.postMessage(PORT_CHANNEL, state);
    const { port1, port2 } = new MessageChannelMain();
    current.connect(port1);
    window.webContents.postMessage(PORT_CHANNEL, state, [port2]);
  };

  const onChange = (change: EngineChange): void => {
    switch (change.kind) {
      case 'ready':
        join({ kind: 'ready' });
        return tell({ state: 'ready', error: null });
      case 'restarting':
        join({ kind: 'waiting' });
        return tell({ state: 'restarting', error: null });
      case 'reopening':
      case 'taking-over':
        join({ kind: 'waiting' });
        return tell({ state: change.kind, error: null });
      case 'failed':
        join({ kind: 'none', error: change.error });
        return tell({ state: 'failed', error: change.error });
      case 'exhausted':
        join({ kind: 'none', error: change.error });
        return tell({ state: 'failed', error: null }); // the sentence for it is the state's own
      default:
        return assertNever(change);
    }
  };

  return {
    open: async (projectPath, folder) => {
      const before = current;
      if (before === null) join({ kind: 'waiting' });
      tell({ state: 'starting', error: null });
      const next = supervise(projectPath, folder, (change) => {
        if (current === next) onChange(change);
      });
      const opened = await next.opened;
      if (opened.ok) {
        current = next;
        await before?.close();
        onChange({ kind: 'ready' });
        return opened;
      }
      await next.close();
      if (before === null) join(NO_PROJECT);
      tell(before === null ? { state: 'failed', error: opened.error } : { state: 'ready', error: null });
      return opened;
    },
    show: (shown) => {
      window = shown;
      // A page that was loaded anew has a new preload script, without a port.
      shown.webContents.on('did-start-loading', () => (isPageThere = false));
      shown.webContents.on('dom-ready', () => {
        isPageThere = true;
        join(state);
      });
    },
    grant: (grant, path) => current?.grant(grant, path),
    reopen: () => current?.reopen(),
    close: async () => {
      const closing = current;
      current = null;
      join(NO_PROJECT);
      await closing?.close();
    },
  };
}

const NO_PROJECT: LinkState = { kind: 'none', error: { code: 'no-project' } };
