import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { ToEngine } from '#contract/bridge.ts';
import { createEngineLine } from './engine-line.ts';
import type { Port } from './engine-line.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A channel as main makes it: one end for the window, one for an engine that the test plays. */
function channel(): { readonly window: Port; readonly engine: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return { window: port1 as unknown as Port, engine: port2 };
}

async function nextMessage(engine: MessagePort): Promise<ToEngine> {
  const [message] = (await once(engine, 'message')) as [ToEngine];
  return message;
}

const ready = { kind: 'ready' } as const;
const waiting = { kind: 'waiting' } as const;
const none = { kind: 'none', error: { code: 'no-project' } } as const;

describe('the line to the engine', () => {
  it('keeps calls until there is a port, then sends them in order', async () => {
    const line = createEngineLine(() => {});
    const answers = [line.call('a', 1), line.call('b', 2)];
    const { window, engine } = channel();
    line.link(ready, window);
    const first = await nextMessage(engine);
    expect(first).toEqual({ id: first.id, call: 'a', request: 1 });
    engine.postMessage({ id: first.id, result: { ok: true, value: 'one' } });
    engine.postMessage({ id: first.id + 1, result: { ok: true, value: 'two' } });
    expect(await Promise.all(answers)).toEqual([{ ok: true, value: 'one' }, { ok: true, value: 'two' }]);
  });

  it('answers what was sent when the engine dies, keeps what comes after for the next, and hears the old one no more', async () => {
    const line = createEngineLine(() => {});
    const before = channel();
    line.link(ready, before.window);
    const lost = line.call('edit', 1);
    const { id } = await nextMessage(before.engine);
    line.link(waiting, undefined);
    expect(await lost).toEqual({ ok: false, error: { code: 'engine-restarted' } });

    const kept = line.call('edit', 2);
    before.engine.postMessage({ id: id + 1, result: { ok: true, value: 'of the dead' } });
    const after = channel();
    line.link(ready, after.window);
    const again = await nextMessage(after.engine);
    expect(again.request).toBe(2);
    after.engine.postMessage({ id: again.id, result: { ok: true, value: 'saved' } });
    expect(await kept).toEqual({ ok: true, value: 'saved' });
  });

  it('answers at once when there is no engine to wait for, what waited included', async () => {
    const line = createEngineLine(() => {});
    const early = line.call('a', 1);
    line.link(none, undefined);
    expect(await early).toEqual({ ok: false, error: { code: 'no-project' } });
    expect(await line.call('b', 2)).toEqual({ ok: false, error: { code: 'no-project' } });
  });

  it('keeps a thousand calls and no more', async () => {
    const line = createEngineLine(() => {});
    const all = Array.from({ length: 1_001 }, (_, n) => line.call('a', n));
    expect(await all[1_000]).toEqual({ ok: false, error: { code: 'bad-request', where: 'queue' } });
    line.link(none, undefined);
    const codes = (await Promise.all(all)).map((answer) => (answer.ok ? '' : answer.error.code));
    expect(codes.filter((code) => code === 'no-project')).toHaveLength(1_000);
  });

  it('refuses what cannot be sent', async () => {
    const line = createEngineLine(() => {});
    line.link(ready, channel().window);
    expect(await line.call('a', () => 1)).toEqual({ ok: false, error: { code: 'bad-request', where: 'a' } });
  });

  it('passes events on', async () => {
    const heard = new Promise((resolve) => {
      const line = createEngineLine((event, payload) => resolve([event, payload]));
      const { window, engine } = channel();
      line.link(ready, window);
      engine.postMessage({ event: 'library.changed', payload: { revision: 3 } });
    });
    expect(await heard).toEqual(['library.changed', { revision: 3 }]);
  });
});
