import type { Page } from '@playwright/test';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import { pageThat } from './pages.ts';
import { keyToPaint, rest } from './probe.ts';
import { plainPage, stetWith } from './session.ts';
import type { Bench } from './session.ts';
import { median, p95 } from './statistics.ts';
import type { Figure } from './statistics.ts';
import { PAUSE, beginTyping, longPage, run } from './typing.ts';

const ARTICLES = 10_000;
const PLACES = 10_000; // changed at least
const [READ, PUT] = ['如今', '于今']; // once or twice an article
const TURNS = 3; // each a change and its undo

/** Says that all is derived of what was changed, and how many places there are up to which change of the project. Asks again whenever something was derived. */
const listed = (page: Page, question: SearchQuestion): Promise<{ readonly places: number; readonly change: number }> =>
  page.evaluate(async ({ asked, put }) => {
    const { calls, events } = window.stet;
    for (;;) {
      let stop = () => {};
      const derived = new Promise<unknown>((resolve) => (stop = events['library.changed'](resolve))); // listened to before it is asked: nothing is missed in between
      const found = await calls['concordance.find']({ question: asked, put, near: null, offset: 0, limit: 1 });
      if (!found.ok) throw new Error(JSON.stringify(found.error));
      if (found.value.behind > 0) await derived;
      stop();
      if (found.value.behind === 0) return found.value;
    }
  }, { asked: question, put: PUT });

/** From a typed key to the frame that shows it while 10,000 places of other pages are changed, and while that is undone, beside the bare editor with nothing else under way. */
export async function massTyping(bench: Bench): Promise<readonly Figure[]> {
  const { page } = pageThat(longPage);
  const [, year, month, day] = /_(\d{4})(\d{2})(\d{2})_/.exec(page.path)!;
  const after = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + 1)).toISOString().slice(0, 10); // the page that is typed on is left alone
  const question: SearchQuestion = { text: READ, expression: false, exact: true, view: 'emended', roles: [], filter: { dateFrom: after }, newest: false };
  const stet = await stetWith(bench, ARTICLES);
  const plain = await plainPage();
  const [ours, atRest, bare]: [number[], number[], number[]] = [[], [], []];
  let least = Number.POSITIVE_INFINITY;

  /** Types as long as something is under way; what ends after it has ended does not count. */
  const typedWhile = async (act: Promise<unknown>): Promise<void> => {
    const under = { way: true };
    const over = act.finally(() => (under.way = false));
    while (under.way) {
      const time = await keyToPaint(stet.page, 'x');
      if (under.way) ours.push(time);
      await stet.page.waitForTimeout(PAUSE);
    }
    await over;
  };
  try {
    await beginTyping(stet.page, plain.page, page);
    for (let turn = 0; turn < TURNS; turn += 1) {
      const { places, change } = await listed(stet.page, question);
      least = Math.min(least, places);
      await typedWhile(stet.page.evaluate(async ({ asked, put, up }) => {
        const { calls } = window.stet;
        const mended = await calls['concordance.change']({ once: crypto.randomUUID(), question: asked, put, change: up, chosen: { which: 'all', approved: true, but: [], and: [] } });
        if (!mended.ok || mended.value.skipped > 0) throw new Error(JSON.stringify(mended));
        const undone = await calls['history.undo']({ once: crypto.randomUUID(), issue: null });
        if (!undone.ok) throw new Error(JSON.stringify(undone));
      }, { asked: question, put: PUT, up: change }));
      await listed(stet.page, question);
      await rest(stet.page);
      for (let n = 0; n < 3; n += 1) {
        atRest.push(...(await run(stet.page)));
        bare.push(...(await run(plain.page)));
      }
    }
    if (least < PLACES) throw new Error(`only ${least} places were changed`);
    return [
      { name: `typing while ${least} places are changed and undone, p95 of ${ours.length}`, unit: 'ms', ours: p95(ours), baseline: p95(bare), bound: 1.5 },
      { name: '  the same, median', unit: 'ms', ours: median(ours), baseline: median(bare), bound: Number.POSITIVE_INFINITY },
      { name: '  with nothing under way, p95', unit: 'ms', ours: p95(atRest), baseline: p95(bare), bound: Number.POSITIVE_INFINITY },
      { name: '  the same, median', unit: 'ms', ours: median(atRest), baseline: median(bare), bound: Number.POSITIVE_INFINITY },
    ];
  } finally {
    await plain.quit();
    await stet.quit();
  }
}
