import type { AnchoredEdit } from '../edits/rebase/anchor.ts';
import type { Move } from '../edits/edit.ts';
import type { ArticleId, PassageId } from '../model/ids.ts';
import type { Range } from '../model/piece.ts';
import { sameReason } from '../model/reason.ts';
import type { Reason } from '../model/reason.ts';
import type { Agent } from './record.ts';

/** What was done to a page and is in force, oldest first, with the places it was done at. */
export type PageHistory = readonly { readonly by: Agent; readonly edits: readonly AnchoredEdit[] }[];

const MACHINE: Agent = { kind: 'machine', who: '', when: '', act: '' };
const SOMEBODY: Agent = { kind: 'person', who: '', when: '', act: '' };

type TextEdit = { readonly by: Agent; readonly from: number; readonly to: number; readonly text: string | null; readonly why: Reason | null };

/** Why a machine that reads pages changes a text; all others are people's reasons, or those of rules that people made. */
const isOfMachine = ({ id }: Reason): boolean => id.startsWith('flow.') || id.startsWith('split.');

/**
 * Who did what on a page. Pieces do not say who made them: an edit is known again by where it stood in the source and by its reason. Of two that fit
 * alike the later one counts, as it is what stands.
 */
export class Attribution {
  readonly #texts: readonly TextEdit[];
  readonly #approvals = new Map<ArticleId, readonly Agent[]>();
  readonly #aside = new Map<PassageId, Agent>();

  constructor(history: PageHistory) {
    this.#texts = history.flatMap(({ by, edits }) => edits.flatMap((edit) => textEdit(by, edit)));
    for (const { by, edits } of history) for (const { edit } of edits) this.#note(by, edit);
  }

  #note(by: Agent, edit: AnchoredEdit['edit']): void {
    if (edit.kind === 'setStatus') this.#approvals.set(edit.article, edit.status === 'approved' ? [...this.approvalsOf(edit.article), by] : []);
    if (edit.kind === 'setAside' || edit.kind === 'movePassages') for (const move of edit.moves) this.#moved(by, move);
  }

  #moved(by: Agent, { passage, to }: Move): void {
    if (to.article === null) this.#aside.set(passage, by);
    else this.#aside.delete(passage);
  }

  /** Who changed a text: `range` of the source (empty where text was added), UTF-16; `text` what was added there. */
  textBy(range: Range, text: string, why: Reason): Agent {
    if (isOfMachine(why)) return MACHINE;
    let best: { readonly by: Agent; readonly rank: number } | null = null;
    for (const edit of this.#texts) {
      const rank = rankOf(edit, range, text, why);
      if (rank > 0 && rank >= (best?.rank ?? 0)) best = { by: edit.by, rank };
    }
    return best?.by ?? SOMEBODY;
  }

  /** The approvals of an article that were not taken back by another status. */
  approvalsOf(article: ArticleId): readonly Agent[] {
    return this.#approvals.get(article) ?? [];
  }

  /** Who set a passage aside. */
  asideBy(passage: PassageId): Agent {
    return this.#aside.get(passage) ?? MACHINE;
  }
}

function textEdit(by: Agent, { edit, anchors }: AnchoredEdit): readonly TextEdit[] {
  if ((edit.kind !== 'replaceText' && edit.kind !== 'fillGap') || !anchors.from) return [];
  const put = edit.kind === 'fillGap' ? edit : edit.put;
  const [text, why] = 'text' in put ? [put.text, put.why] : [null, null];
  return [{ by, from: anchors.from.at, to: (anchors.to ?? anchors.from).at, text, why }];
}

/** How well an edit fits what stands there; 0 where it does not touch it. */
function rankOf(edit: TextEdit, { from, to }: Range, text: string, why: Reason): number {
  if (edit.from > to || edit.to < from) return 0;
  const overlaps = edit.from < to && edit.to > from;
  const speaks = edit.text !== null && edit.text !== '' && text !== '' && (text.includes(edit.text) || edit.text.includes(text));
  return 1 + (edit.why !== null && sameReason(edit.why, why) ? 4 : 0) + (overlaps ? 2 : 0) + (speaks ? 2 : 0);
}
