import type { Issue } from '../../model/issue.ts';
import { apply, invert } from '../apply.ts';
import type { Edit, EditError } from '../edit.ts';
import type { Anchor, AnchoredEdit } from './anchor.ts';
import { squash, surroundings } from './locate.ts';
import { Placer } from './placer.ts';

/** The live human edits of one journal entry, in order. */
export type RecordedEntry = { readonly entry: number; readonly edits: readonly AnchoredEdit[] };

/** An edit of which there was nothing to do, and how many of its entry were made before it. A later tree may need it again. */
export type Settled = { readonly after: number; readonly edit: AnchoredEdit };

/** What became of an entry in the new tree: its edits as they are there, the group that takes them back, and those whose result was there already. */
export type PlacedEntry = { readonly entry: number; readonly edits: readonly AnchoredEdit[]; readonly inverse: readonly Edit[]; readonly settled: readonly Settled[] };

/** An edit that no longer fits, with what stood there and what stands there now. */
export type Unplaced = {
  readonly entry: number;
  readonly edit: Edit;
  readonly problem: EditError['code'] | 'anchor-gone';
  readonly was: string;
  readonly is: string;
};

export type Rebased = { readonly issue: Issue; readonly placed: readonly PlacedEntry[]; readonly unplaced: readonly Unplaced[] };

/**
 * Replays human edits, in order, on a fresh tree: a re-scanned file, or the same file under a better splitter.
 * An edit finds its place by its anchors. One whose result is there already counts as placed, and is settled;
 * one that no longer fits is listed and changes nothing. `oldLength` is the length of the source the anchors speak of.
 */
export function rebase(fresh: Issue, oldLength: number, recorded: readonly RecordedEntry[]): Rebased {
  const placer = new Placer(squash(fresh.source), oldLength);
  const placed: PlacedEntry[] = [];
  const unplaced: Unplaced[] = [];
  let issue = fresh;
  for (const { entry, edits } of recorded) {
    const made: AnchoredEdit[] = [];
    const inverse: Edit[] = [];
    const settled: Settled[] = [];
    for (const anchored of edits) {
      const place = placer.place(issue, anchored);
      const next = place.kind === 'edit' ? apply(issue, place.edit) : null;
      if (place.kind === 'gone' || (next && !next.ok)) {
        const problem = place.kind === 'gone' ? 'anchor-gone' : (next as { error: EditError }).error.code;
        unplaced.push({ entry, edit: anchored.edit, problem, ...readings(placer, anchored) });
      } else if (place.kind === 'edit' && next?.ok) {
        made.push({ edit: place.edit, anchors: placer.anchors(issue, place.edit) });
        inverse.unshift(invert(issue, place.edit));
        issue = next.value;
      } else {
        settled.push({ after: made.length, edit: anchored });
      }
    }
    placed.push({ entry, edits: made, inverse, settled });
  }
  return { issue, placed, unplaced };
}

/** The place an edit is chiefly about, for showing. */
function chiefAnchor({ edit, anchors }: AnchoredEdit): Anchor | undefined {
  const named = 'passage' in edit ? anchors.passages[edit.passage] : 'article' in edit ? anchors.articles[edit.article] : undefined;
  return anchors.from ?? named ?? Object.values(anchors.passages)[0];
}

function readings(placer: Placer, anchored: AnchoredEdit): { readonly was: string; readonly is: string } {
  const anchor = chiefAnchor(anchored);
  if (!anchor) return { was: '', is: '' };
  return { was: anchor.before + anchor.after, is: surroundings(anchor, placer.source, placer.depth(anchor)) };
}
