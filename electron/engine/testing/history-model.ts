import { applyAll, invertAll } from '#core/edits/apply.ts';
import type { Edit } from '#core/edits/edit.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import type { Issue } from '#core/model/issue.ts';

type Entry = { readonly id: number; readonly inverse: readonly Edit[]; readonly group: boolean };
type Page = { issue: Issue; live: { readonly entry: Entry; before: Issue }[]; undone: number };

/** What the engine's history should do, in plain arrays: each live entry of a page with the page as it was before it. */
export class HistoryModel {
  readonly pages: readonly Page[];
  #entries = 0;

  constructor(issues: readonly Issue[]) {
    this.pages = issues.map((issue) => ({ issue, live: [], undone: 0 }));
  }

  get entries(): number {
    return this.#entries;
  }

  /** One act on one page. Returns whether it can be made. */
  edit(page: number, edits: readonly Edit[]): boolean {
    return this.#put([{ page, edits }], false);
  }

  /** One act on several pages. */
  group(acts: readonly { readonly page: number; readonly edits: readonly Edit[] }[]): boolean {
    return this.#put(acts, true);
  }

  /** More typing in the run that the page's last entry is. */
  extend(page: number, edits: readonly Edit[]): boolean {
    const there = this.pages[page]!;
    const after = applyAll(there.issue, withFirstTouch(there.issue, edits));
    if (after.ok) there.issue = after.value;
    return after.ok;
  }

  #put(acts: readonly { readonly page: number; readonly edits: readonly Edit[] }[], group: boolean): boolean {
    const id = this.#entries + 1;
    const made = acts.map(({ page, edits }) => {
      const { issue } = this.pages[page]!;
      const all = withFirstTouch(issue, edits);
      const after = applyAll(issue, all);
      return after.ok ? { page, after: after.value, inverse: invertAll(issue, all) } : null;
    });
    if (made.some((each) => each === null)) return false;
    this.#entries = id;
    for (const { page, after, inverse } of made.filter((each) => each !== null)) {
      const there = this.pages[page]!;
      there.live.push({ entry: { id, inverse, group }, before: there.issue });
      there.issue = after;
    }
    return true;
  }

  top(page: number): Entry | undefined {
    return this.pages[page]!.live.at(-1)?.entry;
  }

  /** Takes a page's last entry back, wherever it was made; elsewhere it may lie under later ones, from which it is then taken out. */
  undo(page: number): void {
    const entry = this.top(page);
    if (!entry) return;
    for (const there of this.pages) {
      const index = there.live.findIndex((each) => each.entry.id === entry.id);
      if (index < 0) continue;
      const { before, entry: own } = there.live[index]!;
      if (index === there.live.length - 1) {
        there.issue = before;
      } else {
        for (const later of there.live.slice(index + 1)) later.before = back(later.before, own);
        there.issue = back(there.issue, own);
      }
      there.live.splice(index, 1);
      there.undone += 1;
    }
  }

  /** The engine did an entry again: its pages as they were are what another undo must bring back. */
  redone(pages: readonly { readonly page: number; readonly issue: Issue }[]): void {
    this.#entries += 1;
    for (const { page, issue } of pages) {
      const there = this.pages[page]!;
      there.live.push({ entry: { id: this.#entries, inverse: statusesBack(there.issue, issue), group: pages.length > 1 }, before: there.issue });
      there.issue = issue;
      there.undone -= 1;
    }
  }
}

/** What takes a group back that was done again: groups set nothing but statuses. */
function statusesBack(before: Issue, after: Issue): readonly Edit[] {
  return before.articles.flatMap(({ id, status }): readonly Edit[] => {
    const now = after.articles.find((article) => article.id === id);
    return now && now.status !== status ? [{ kind: 'setStatus', article: id, status }] : [];
  });
}

function back(issue: Issue, { inverse }: Entry): Issue {
  const result = applyAll(issue, inverse);
  if (!result.ok) throw new Error('what was taken out from under later entries does not come out');
  return result.value;
}
