import type { FromEngine, ToEngine } from '#contract/bridge.ts';
import { fail } from '#util/result.ts';
import { openEngine } from './engine.ts';
import type { Engine } from './engine.ts';
import type { EngineOptions, FromHost, ToHost } from './host-messages.ts';
import { openLog } from './log.ts';

/** One end of a message channel whose other end a window holds: what Electron's MessagePortMain is, as far as it is used. */
type Port = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  postMessage(message: FromEngine): void;
};

/** The line to Electron's main process: what `process.parentPort` is in a utility process. */
export type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: FromHost; readonly ports: readonly Port[] }) => void): unknown;
  postMessage(message: ToHost): void;
};

const isCall = (data: unknown): data is ToEngine =>
  typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'number' && 'call' in data && typeof data.call === 'string';

/** Serves one project to the windows that main connects. Calls that come before it is open wait for it. Returns how to write a bug down. */
export function serve(host: ParentPort): { readonly bug: (error: unknown) => void } {
  const ports = new Set<Port>();
  const grants: (readonly [string, string])[] = [];
  let options: EngineOptions | null = null;
  let settle: (engine: Engine | null) => void;
  const opened = new Promise<Engine | null>((resolve) => (settle = resolve));

  async function open(wanted: EngineOptions, careful: boolean): Promise<void> {
    options = wanted;
    const result = await openEngine(wanted, { forWindow: true, careful, onWritable: () => host.postMessage({ kind: 'writable' }) });
    if (!result.ok) {
      settle(null);
      host.postMessage({ kind: 'failed', error: result.error });
      return;
    }
    const engine = result.value;
    for (const [id, path] of grants) engine.grant(id, path);
    engine.on((event, payload) => {
      for (const port of ports) port.postMessage({ event, payload });
    });
    settle(engine);
    host.postMessage({ kind: 'opened', folder: engine.folder });
  }

  async function answer(port: Port, data: unknown): Promise<void> {
    if (!isCall(data)) return; // there is no one to answer to
    const engine = await opened;
    const result = engine ? await engine.dispatch(data.call, data.request) : fail({ code: 'no-project' } as const);
    if (ports.has(port)) port.postMessage({ id: data.id, result });
  }

  function connect(port: Port): void {
    ports.add(port);
    port.on('message', ({ data }) => void answer(port, data));
    port.on('close', () => ports.delete(port));
    port.start();
  }

  host.on('message', ({ data, ports: [port] }) => {
    switch (data.kind) {
      case 'open':
        void open(data.options, data.careful);
        break;
      case 'connect':
        if (port) connect(port);
        break;
      case 'grant':
        grants.push([data.grant, data.path]);
        void opened.then((engine) => engine?.grant(data.grant, data.path));
        break;
      case 'close':
        void opened.then((engine) => engine?.close()).finally(() => host.postMessage({ kind: 'closed' }));
        break;
    }
  });

  return { bug: (error) => options && openLog(options.logPath, () => new Date()).bug(error) };
}

const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort };
if (parentPort) {
  const { bug } = serve(parentPort);
  // What nobody foresaw may have left anything half done: main starts the engine again, and what was acknowledged is on the disk.
  process.on('uncaughtException', (error) => {
    bug(error);
    process.exit(1);
  });
}
