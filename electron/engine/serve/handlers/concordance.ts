import { fail, ok } from '#util/result.ts';
import { answersAt } from '../../concordance/findings-at.ts';
import { dismissal } from '../../concordance/dismissed.ts';
import { mendEverywhere } from '../../concordance/mend-everywhere.ts';
import { mendedPages, mendedRows, takeOneBack } from '../../concordance/mended.ts';
import { countTakenBack } from '../../concordance/taken-back-count.ts';
import { takeAllBack } from '../../concordance/take-all-back.ts';
import { placeRows } from '../../concordance/place-rows.ts';
import { widened } from '../../concordance/widen.ts';
import { decide } from '../../project/decide.ts';
import { loadIssue } from '../../project/issues.ts';
import { withSeen } from '../../project/settlements.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';
import { asManyJob } from '../many-job.ts';

export const concordanceHandlers: HandlersOf<CallsOf<'concordance'>> = {
  'concordance.find': async ({ near, offset, limit, ...asked }, { store, index, indexer, concordance }) => {
    indexer.catchUp();
    const { revision } = indexer;
    const found = await concordance.find(asked, near);
    if (!found.ok) return found;
    const { articles, ends, pages, approved, behind, change } = found.value;
    return ok({ places: ends.at(-1) ?? 0, articles: articles.length, pages, approved, behind, change, revision, rows: placeRows(store, index, found.value, offset, limit) });
  },

  'concordance.change': (request, context) => asManyJob(context, async (asker) => {
    if (!(await context.indexer.whole(asker))) return fail({ code: 'cancelled' });
    return mendEverywhere(context.store, context.concordance, request, asker);
  }),

  'concordance.dismiss': ({ once, issue, key, read }, { store, index }) => decide(store, { once, label: 'dismiss' }, true, (deciding) => {
    const stored = loadIssue(store, issue);
    if (!stored) return fail({ code: 'no-such-issue' });
    deciding.set(issue, { kind: 'settle', before: [], after: withSeen(stored.machine(), [dismissal(key, read), ...answersAt({ store, index }, issue, stored, key, read)]) });
    return ok(null);
  }),

  'concordance.widen': async ({ text, from, to }) => ok(await widened(text, from, to)),

  'concordance.done': async ({ mender, offset, limit }, { store, index, indexer }) => {
    const pages = await mendedPages(store, mender);
    const back = await countTakenBack(store, mender, pages);
    indexer.catchUp();
    return ok({ places: pages.ends.at(-1) ?? 0, back, pages: new Set(pages.pages.map(({ issue }) => issue)).size, revision: indexer.revision, rows: mendedRows(store, index, pages, offset, limit) });
  },

  'concordance.takeBack': ({ once, entry, issue, key }, { store }) => takeOneBack(store, { once, entry, issue, key }),

  'concordance.takeAllBack': (request, context) => asManyJob(context, (asker) => takeAllBack(context.store, request, asker)),
};
