import { useEffect, useState } from 'react';
import type { AppError } from '#contract/app-error.ts';
import type { OpenIssue } from '#contract/schemas/desk.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { call, listen } from '../../bridge/bridge.ts';

// While the cursor runs down the list, pages are not fetched for rows it only passes.
const SETTLE = 90;

/** A page as it is now; asked for again when it changes. */
export function usePageNow(id: IssueId): { readonly issue: OpenIssue | null; readonly problem: AppError | null } {
  const [answer, setAnswer] = useState<{ readonly id: IssueId; readonly issue: OpenIssue | null; readonly problem: AppError | null }>({ id: -1, issue: null, problem: null });
  useEffect(() => {
    let wanted = true;
    let failed = false;
    const ask = async () => {
      const opened = await call('issue.open', { issue: id });
      failed = !opened.ok;
      if (wanted) setAnswer({ id, issue: opened.ok ? opened.value : null, problem: opened.ok ? null : opened.error });
    };
    const timer = setTimeout(() => void ask(), SETTLE);
    const stop = listen('issue.changed', (changed) => {
      if (changed.issue === id) void ask();
    });
    const stopAll = listen('library.changed', () => {
      if (failed) void ask(); // what could not be read may have been mended
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
      stopAll();
    };
  }, [id]);
  return answer.id === id ? answer : { issue: null, problem: null };
}
