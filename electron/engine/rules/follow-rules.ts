import { setImmediate as breathe } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import { NO_RULES } from '#core/mend/rule.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { Database } from '../db/database.ts';
import type { Indexer } from '../index/indexer.ts';
import { isApplied, standingRules } from '../project/rule-due.ts';
import type { Store } from '../project/store.ts';
import type { Search } from '../search/search.ts';
import { applyRules } from './apply-rules.ts';

type Parts = { readonly store: Store; readonly index: Database; readonly indexer: Indexer; readonly search: Search; readonly onError: (error: unknown) => void };

const SOON = 200; // milliseconds in which pages that come are gathered
const AT_ONCE = 10; // pages derived anew before calls are answered

/** Has the index and new pages follow the standing rules. Returns how to stop, which waits for what is under way. */
export function followRules({ store, index, indexer, search, onError }: Parts): () => Promise<void> {
  let rules: readonly Rule[] = standingRules(store.db);
  let timer: NodeJS.Timeout | null = null;
  const stopped = new AbortController();
  let last: Promise<void> = Promise.resolve();
  indexer.follow(rules);

  const work = (act: () => Promise<void>) => {
    last = last.then(() => (stopped.signal.aborted ? undefined : act())).catch(onError);
  };
  const applySoon = () => {
    if (store.readOnly) return;
    timer ??= setTimeout(() => {
      timer = null;
      work(() => applyRules(store));
    }, SOON);
  };
  /** What rules find is counted anew on the pages that hold what was or is looked for. */
  const renew = async (changed: readonly Rule[]) => {
    const pages = new Set<IssueId>();
    for (const { read } of changed) {
      const found = await search.places({ text: read, expression: false, exact: true, view: 'emended', roles: [], filter: {}, newest: false }, stopped.signal);
      if (!found.ok) continue;
      for (const { issue } of index.all<{ issue: IssueId }>('SELECT DISTINCT issue FROM article WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(Array.from(found.value.ids)))) pages.add(issue);
    }
    const all = [...pages];
    for (let from = 0; from < all.length && !stopped.signal.aborted; from += AT_ONCE) {
      indexer.renew(all.slice(from, from + AT_ONCE));
      await breathe();
    }
  };
  const stop = store.changes.listen(({ issues, topicsOrSettings }) => {
    if (topicsOrSettings) {
      const now = standingRules(store.db);
      const same = new Set(rules.map((rule) => JSON.stringify(rule)));
      const still = new Set(now.map((rule) => JSON.stringify(rule)));
      const changed = [...now.filter((rule) => !same.has(JSON.stringify(rule))), ...rules.filter((rule) => !still.has(JSON.stringify(rule)))];
      rules = now.length === 0 ? NO_RULES : now;
      if (changed.length > 0) {
        indexer.follow(rules);
        work(() => renew(changed));
      }
    }
    if (rules.some(isApplied) && Array.from(issues.values()).includes(0)) applySoon();
  });
  applySoon(); // what came before the program ended last, and was not seen to yet
  return async () => {
    stopped.abort();
    if (timer) clearTimeout(timer);
    stop();
    await last;
  };
}
