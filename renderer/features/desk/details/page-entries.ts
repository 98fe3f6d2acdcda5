import { useEffect, useRef, useState } from 'react';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Entry } from '#contract/schemas/project.ts';
import { call } from '../../../bridge/bridge.ts';
import { sayError } from '../../../state/toasts.ts';

const STEP = 200; // entries that are shown at first, and come with each asking for more
const MOST_ASKED = 500; // by one call

/** The newest entries of a page; `complete`: those are all. */
type Known = { readonly issue: IssueId | null; readonly version: number; readonly entries: readonly Entry[]; readonly complete: boolean };

export type PageEntries = {
  readonly entries: readonly Entry[] | null; // newest first; null: not read yet
  readonly complete: boolean; // there are no older ones
  readonly more: () => void; // reads older ones, where there are some
};

/** The history of a page from the newest on, as far back as was asked for; read anew at each version of the page. */
export function usePageEntries(issue: IssueId | null, version: number): PageEntries {
  const [known, setKnown] = useState<Known | null>(null);
  const [wish, setWish] = useState({ issue, count: STEP });
  const count = wish.issue === issue ? wish.count : STEP;
  const latest = useRef(known);
  useEffect(() => {
    let wanted = true;
    const read = async () => {
      const before = latest.current?.issue === issue && latest.current.version === version ? latest.current : null;
      const entries = [...(before?.entries ?? [])];
      let complete = before?.complete ?? false;
      while (!complete && entries.length < count) {
        const limit = Math.min(MOST_ASKED, count - entries.length);
        const older = await call('history.list', { issue, before: entries.at(-1)?.entry ?? null, limit });
        if (!wanted) return;
        if (!older.ok) return sayError(older.error);
        entries.push(...older.value);
        complete = older.value.length < limit;
      }
      latest.current = { issue, version, entries, complete };
      setKnown(latest.current);
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [issue, version, count]);
  return {
    entries: known?.entries ?? null,
    complete: known?.complete ?? true,
    more: () => {
      // Asked again while they are read, it is the same wish.
      if (known && known.issue === issue && !known.complete) setWish({ issue, count: known.entries.length + STEP });
    },
  };
}
