import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { AppError } from '#contract/app-error.ts';
import type { MessagePortMain } from 'electron';
import type { ToHost } from '../../engine/host-messages.ts';
import type { Log } from '../state/log.ts';
import type { EngineProcess } from './engine-process.ts';
import { restartWait } from './restart-policy.ts';

/** What became of an engine. `ready` follows the first start and each one after a death. */
export type EngineChange =
  | { readonly kind: 'ready' }
  | { readonly kind: 'restarting' }
  | { readonly kind: 'reopening' } // asked for by the user
  | { readonly kind: 'taking-over' } // it was opened for reading only, and is opened anew to write
  | { readonly kind: 'failed'; readonly error: AppError } // the project cannot be opened
  | { readonly kind: 'exhausted'; readonly error: AppError }; // it died again and again

export type Supervisor = {
  /** The watched folder once the project is open, or why it is not. */
  readonly opened: Promise<Result<{ readonly folder: string }, AppError>>;
  readonly connect: (port: MessagePortMain) => void;
  readonly grant: (grant: string, path: string) => void;
  /** Closes the project and opens it again, also where that was given up. What becomes of it is told. */
  readonly reopen: () => void;
  readonly close: () => Promise<void>;
};

type StartProcess = (heard: { onMessage: (message: ToHost) => void; onExit: (code: number) => void }) => EngineProcess;

/** Keeps an engine on a project: starts it again when it dies, until that makes no sense any more. */
export function superviseEngine(start: StartProcess, log: Log, told: (change: EngineChange) => void): Supervisor {
  const grants = new Map<string, string>();
  let deaths: readonly number[] = [];
  let isOver = false;
  let isLeaving = false; // its end is asked for
  let waiting: NodeJS.Timeout | undefined;
  let settle: (result: Result<{ readonly folder: string }, AppError>) => void;
  const opened = new Promise<Result<{ readonly folder: string }, AppError>>((resolve) => (settle = resolve));
  let engine = run();

  function run(): EngineProcess {
    const life = start({ onMessage, onExit });
    for (const [grant, path] of grants) life.grant(grant, path);
    return life;
  }

  function onMessage(message: ToHost): void {
    if (isOver || message.kind === 'closed') return;
    if (message.kind === 'failed') return giveUp('failed', message.error);
    if (message.kind === 'writable') return void openAnew('taking-over');
    settle(ok({ folder: message.folder }));
    told({ kind: 'ready' });
  }

  function onExit(code: number): void {
    if (isOver || isLeaving) return;
    const now = Date.now();
    deaths = [...deaths, now];
    const wait = restartWait(deaths, now);
    log.say(`the engine's process is gone (${code}); ${wait === null ? 'it is not started again' : `starting it again in ${wait} ms`}`);
    if (wait === null) return giveUp('exhausted', { code: 'bug', id: log.bug(new Error('the engine died again and again')) });
    told({ kind: 'restarting' });
    waiting = setTimeout(() => (engine = run()), wait);
  }

  async function openAnew(kind: 'taking-over' | 'reopening'): Promise<void> {
    if (isLeaving) return;
    isLeaving = true;
    told({ kind });
    clearTimeout(waiting);
    await engine.close();
    isLeaving = false;
    if (!isOver) engine = run();
  }

  function giveUp(kind: 'failed' | 'exhausted', error: AppError): void {
    isOver = true;
    settle(fail(error));
    told({ kind, error });
  }

  return {
    opened,
    connect: (port) => engine.connect(port),
    grant: (grant, path) => {
      grants.set(grant, path);
      engine.grant(grant, path);
    },
    reopen: () => {
      isOver = false;
      deaths = [];
      void openAnew('reopening');
    },
    close: async () => {
      isOver = true;
      clearTimeout(waiting);
      await engine.close();
    },
  };
}
