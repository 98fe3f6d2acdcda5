import { createWriteStream } from 'node:fs';
import { app, utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import type { EngineOptions, FromHost, ToHost } from '../../engine/host-messages.ts';

const SECONDS_TO_CLOSE = 10;

/** One life of the engine's process. */
export type EngineProcess = {
  readonly connect: (port: MessagePortMain) => void;
  readonly grant: (grant: string, path: string) => void;
  /** Asks it to finish and close; ends it if it has not after ten seconds. Resolves when the process is gone. */
  readonly close: () => Promise<void>;
};

type Heard = {
  readonly onMessage: (message: ToHost) => void;
  readonly onExit: (code: number) => void;
};

/** Starts the engine on a project. What it prints, which is what it could not log, is added to `outputPath`. */
export function startEngineProcess(script: string, options: EngineOptions, outputPath: string, heard: Heard): EngineProcess {
  const child = utilityProcess.fork(script, [], { serviceName: 'Stet Engine', stdio: 'pipe' });
  keepOutput(child, outputPath);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let isGone = false;
  child.on('message', (message: ToHost) => heard.onMessage(message));
  child.once('exit', (code) => {
    isGone = true;
    heard.onExit(code);
  });
  const say = (message: FromHost, ports: MessagePortMain[] = []): void => {
    if (!isGone) child.postMessage(message, ports);
  };
  // What editors work with is packaged: there an edit is not proved again before it is saved, as it is in development and in journeys.
  say({ kind: 'open', options, careful: !app.isPackaged && process.env['NODE_ENV'] !== 'production' });

  return {
    connect: (port) => say({ kind: 'connect' }, [port]),
    grant: (grant, path) => say({ kind: 'grant', grant, path }),
    close: async () => {
      say({ kind: 'close' });
      const patience = setTimeout(() => child.kill(), SECONDS_TO_CLOSE * 1_000);
      child.on('message', (message: ToHost) => {
        if (message.kind === 'closed') child.kill(); // all is on the disk; nothing is left that could be lost
      });
      await gone;
      clearTimeout(patience);
    },
  };
}

function keepOutput(child: UtilityProcess, path: string): void {
  const output = createWriteStream(path, { flags: 'a', mode: 0o600 });
  output.on('error', () => {}); // a full disk must not stop the engine's host
  child.stdout?.pipe(output, { end: false });
  child.stderr?.pipe(output, { end: false });
  child.once('exit', () => output.end());
}
