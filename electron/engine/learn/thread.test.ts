import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvedPage } from '#core/split/train/from-issue.ts';
import { housePage } from '#core/testing/house-pages.ts';
import { bundleThreadEntry } from '../ingest/testing/thread-entry.ts';
import { loadModel } from '../split/load-splitter.ts';
import { RESOURCES } from './testing/learning-project.ts';
import { learnThread } from './thread.ts';

let bundle: Awaited<ReturnType<typeof bundleThreadEntry>>;
beforeAll(async () => {
  bundle = await bundleThreadEntry('learn-worker');
});
afterAll(() => bundle.dispose());

const program = loadModel(RESOURCES);
const sheets = [0, 1, 2].map((number) => ({ source: housePage(number).source, hash: `${number}`.repeat(64) }));
const pages = Array.from({ length: 8 }, (_, number) => {
  const page = approvedPage(housePage(number));
  if (!page.ok) throw new Error(page.error.code);
  return { ...page.value, seen: false };
});

describe('the learning thread', () => {
  it('splits as splitting in place does, one job after the other, and says how far it is', async () => {
    const [thread, place] = [learnThread(bundle.entry), learnThread(new URL('file:///nowhere'))];
    const told: number[] = [];
    const split = await thread.run('split', { pages: sheets, model: program, archive: null }, ({ done }) => told.push(done));
    expect(split).toEqual(await place.run('split', { pages: sheets, model: program, archive: null }));
    expect(told).toEqual([0, 1, 2]);
    expect(await thread.run('split', { pages: [], model: program, archive: null })).toEqual([]);
    await thread.stop();
  });

  it.each(['of its own', 'in place'])('%s, it stops in the middle of learning', async (where) => {
    const thread = learnThread(where === 'in place' ? new URL('file:///nowhere') : bundle.entry);
    const learning = thread.run('adapt', { pages, program, inUse: program, archive: null }, () => void thread.stop());
    await expect(learning).rejects.toThrow('stopped');
    await expect(thread.run('split', { pages: sheets, model: program, archive: null })).rejects.toThrow('stopped');
  });

  it('refuses a second job while it does one, and tells what was thrown', async () => {
    const thread = learnThread(bundle.entry);
    const first = thread.run('split', { pages: sheets, model: program, archive: null });
    await expect(thread.run('split', { pages: sheets, model: program, archive: null })).rejects.toThrow('one job at a time');
    await first;
    await expect(thread.run('split', { pages: [{ source: null as never, hash: '' }], model: program, archive: null })).rejects.toThrow();
    expect(await thread.run('split', { pages: [], model: program, archive: null })).toEqual([]);
    await thread.stop();
  });
});
