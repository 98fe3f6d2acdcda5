import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '#util/result.ts';
import { CALLS } from '#contract/calls.ts';
import type { MainCall } from '#contract/calls.ts';
import { answer } from './answer.ts';
import type { Handlers } from './answer.ts';

const log = { path: '', say: () => {}, bug: () => 'a1b2' };
const MAIN_CALLS = Object.entries(CALLS).flatMap(([name, { to }]) => (to === 'main' ? [name as MainCall] : []));

/** Handlers that note what reaches them. */
function noting(reached: string[]): Handlers {
  const note = (name: string) => async () => {
    reached.push(name);
    return ok(null);
  };
  return Object.fromEntries(MAIN_CALLS.map((name) => [name, note(name)])) as unknown as Handlers;
}

describe('answer', () => {
  it('lets a request of the right shape through', async () => {
    const reached: string[] = [];
    expect(await answer(noting(reached), 'project.close', {}, log)).toEqual(ok(null));
    expect(reached).toEqual(['project.close']);
  });

  it.each(['project.info', 'toString', '__proto__', 'constructor', '', 7, null, undefined, ['app.state'], { toString: () => 'app.state' }])('knows no call %j', async (name) => {
    const reached: string[] = [];
    expect(await answer(noting(reached), name, {}, log)).toEqual({ ok: false, error: { code: 'bad-request', where: 'call' } });
    expect(reached).toEqual([]);
  });

  it('refuses 10,000 generated requests and runs nothing', async () => {
    const reached: string[] = [];
    const handlers = noting(reached);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MAIN_CALLS), fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true, withObjectString: true, maxDepth: 4 }), async (name, request) => {
        // The few requests that are right by chance are not what this is about.
        fc.pre(!(typeof request === 'object' && request !== null && Object.keys(request).length === 0 && [Object.prototype, null].includes(Object.getPrototypeOf(request))));
        expect(await answer(handlers, name, request, log)).toEqual({ ok: false, error: { code: 'bad-request', where: name } });
      }),
      { numRuns: 10_000 },
    );
    expect(reached).toEqual([]);
  });

  it('survives a value that throws while it is read, and a handler that throws: both are bugs with an id', async () => {
    const trap = new Proxy({}, { getPrototypeOf: () => { throw new Error('trap'); } }); // prettier-ignore
    expect(await answer(noting([]), 'app.state', trap, log)).toEqual({ ok: false, error: { code: 'bug', id: 'a1b2' } });
    const broken = { ...noting([]), 'app.state': async () => { throw new Error('broken'); } } as unknown as Handlers; // prettier-ignore
    expect(await answer(broken, 'app.state', {}, log)).toEqual({ ok: false, error: { code: 'bug', id: 'a1b2' } });
  });
});
