import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { EVENT_CHANNEL, MAIN_CHANNEL, PORT_CHANNEL } from '#contract/bridge.ts';
import type { Bridge, LinkState } from '#contract/bridge.ts';
import type { CallName } from '#contract/calls.ts';
import type { EventName } from '#contract/events.ts';
import type { AppError } from '#contract/app-error.ts';
import { fail } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { createEngineLine } from './engine-line.ts';
import { createListeners } from './listeners.ts';
import { CALL_TARGETS, EVENT_SOURCES } from './names.ts';
import { restWhenIdle } from './rest.ts';

// Puts `window.stet` together: the contract's calls and events, each a plain function, and nothing of Electron's.

const listeners = createListeners(Object.keys(EVENT_SOURCES) as EventName[]);
const engine = createEngineLine(listeners.tell);

restWhenIdle(globalThis as unknown as EventTarget, () => webFrame.clearCache());

ipcRenderer.on(PORT_CHANNEL, (event, state: LinkState) => engine.link(state, event.ports[0]));
ipcRenderer.on(EVENT_CHANNEL, (_event, name: string, payload: unknown) => listeners.tell(name, payload));

const callTo = (name: CallName) => (request: unknown) => (CALL_TARGETS[name] === 'engine' ? engine.call(name, request) : callMain(name, request));

async function callMain(name: CallName, request: unknown): Promise<Result<unknown, AppError>> {
  try {
    return await ipcRenderer.invoke(MAIN_CHANNEL, name, request);
  } catch {
    return fail({ code: 'bad-request', where: name }); // not a value that can be sent: main itself never refuses this way
  }
}

const names = Object.keys(CALL_TARGETS) as CallName[];

contextBridge.exposeInMainWorld('stet', {
  // Who answers vouches for the types: main and the engine check every request, and their handlers are typed by the contract.
  calls: Object.fromEntries(names.map((name) => [name, callTo(name)])) as Bridge['calls'],
  events: listeners.subscribe as Bridge['events'],
} satisfies Bridge);
