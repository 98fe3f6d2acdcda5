import { applyAll } from '#core/edits/apply.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { DeskLabel } from './desk-plan.ts';
import { withAct } from './desk-settle.ts';
import type { Answers } from './desk-settle.ts';
import type { Moment } from './desk-turns.ts';

/** An act on its way to the engine. `run` groups typing: acts of one run are one entry of the journal, which `key` names while it has no number. */
export type Act = {
  readonly issue: IssueId;
  readonly once: string;
  readonly key: string;
  readonly label: DeskLabel;
  readonly run: string | null;
  readonly edits: readonly Edit[];
  readonly answers: Answers; // part of the same entry; typing has none
};

/** An undo or redo on its way, of the page on the desk. `over`: the act it takes back or does again as the page shows already; null: the page waits for the engine. */
export type Turn = { readonly once: string; readonly turn: 'undo' | 'redo'; readonly over: string | null };

export type Outgoing = Act | Turn;

export const isTurn = (outgoing: Outgoing): outgoing is Turn => 'turn' in outgoing;

/** What waits to be made durable, oldest first. While `busy`, the first is with the engine and must not change any more. */
export type Outbox = { readonly waiting: readonly Outgoing[]; readonly busy: boolean };

export const EMPTY_OUTBOX: Outbox = { waiting: [], busy: false };

/** Puts something at the end. What is typed on in a run that has not left yet leaves with it, in one call. */
export function post(outbox: Outbox, outgoing: Outgoing): Outbox {
  const last = outbox.waiting.at(-1);
  const left = outbox.busy && outbox.waiting.length === 1;
  if (!last || left || isTurn(last) || isTurn(outgoing) || outgoing.run === null || last.key !== outgoing.key) return { ...outbox, waiting: [...outbox.waiting, outgoing] };
  return { ...outbox, waiting: [...outbox.waiting.slice(0, -1), { ...last, edits: [...last.edits, ...outgoing.edits] }] };
}

/** Takes the first out: it was made durable, or is given up. */
export function taken(outbox: Outbox): Outbox {
  return { waiting: outbox.waiting.slice(1), busy: false };
}

type Rebased<T> = { readonly page: T; readonly kept: readonly Outgoing[]; readonly lost: readonly Act[] };

/**
 * What is left to send on a page that was read again, what finds no place there, and the page with the former made.
 * What an undo makes of this page only the engine can say: it and what came after it wait for that.
 */
export function rebase<T extends Moment>(page: T, waiting: readonly Outgoing[]): Rebased<T> {
  let now = page;
  const kept: Outgoing[] = [];
  const lost: Act[] = [];
  for (const [at, outgoing] of waiting.entries()) {
    if (isTurn(outgoing)) {
      kept.push(...waiting.slice(at).map((later) => (isTurn(later) ? { ...later, over: null } : later)));
      break;
    }
    const next = applyAll(now.issue, outgoing.edits);
    if (next.ok) {
      now = withAct(now, next.value, outgoing.answers);
      kept.push(outgoing);
    } else {
      lost.push(outgoing);
    }
  }
  return { page: now, kept, lost };
}

/** The words an editor put in by hand, for showing them where they found no place. */
export function typedText(edits: readonly Edit[]): string {
  return edits
    .map((edit) => {
      if (edit.kind === 'replaceText') return 'text' in edit.put ? edit.put.text : '';
      if (edit.kind === 'fillGap') return edit.text;
      return edit.kind === 'setNote' ? edit.note : '';
    })
    .join('');
}
