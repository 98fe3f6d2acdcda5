import { applyAll } from '#core/edits/apply.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { Issue } from '#core/model/issue.ts';
import type { DeskLabel } from './desk-plan.ts';
import type { Answers } from './desk-settle.ts';

/** Edits on their way to the engine. `run` groups typing: entries of one run are one entry of the journal. */
export type Outgoing = {
  readonly once: string;
  readonly label: DeskLabel;
  readonly run: string | null;
  readonly edits: readonly Edit[];
  readonly answers: Answers; // part of the same entry; typing has none
};

/** What waits to be made durable, oldest first. While `busy`, the first is with the engine and must not change any more. */
export type Outbox = { readonly waiting: readonly Outgoing[]; readonly busy: boolean };

export const EMPTY_OUTBOX: Outbox = { waiting: [], busy: false };

/** Puts edits at the end. What is typed on in a run that has not left yet leaves with it, in one call. */
export function post(outbox: Outbox, outgoing: Outgoing): Outbox {
  const last = outbox.waiting.at(-1);
  const left = outbox.busy && outbox.waiting.length === 1;
  if (!last || left || outgoing.run === null || last.run !== outgoing.run) return { ...outbox, waiting: [...outbox.waiting, outgoing] };
  return { ...outbox, waiting: [...outbox.waiting.slice(0, -1), { ...last, edits: [...last.edits, ...outgoing.edits] }] };
}

/** Takes the first out: it was made durable, or is given up. */
export function taken(outbox: Outbox): Outbox {
  return { waiting: outbox.waiting.slice(1), busy: false };
}

/** What is left to send on a page that was read again, what finds no place there, and the page with the former made. */
export function rebase(page: Issue, waiting: readonly Outgoing[]): { readonly issue: Issue; readonly kept: readonly Outgoing[]; readonly lost: readonly Outgoing[] } {
  let issue = page;
  const kept: Outgoing[] = [];
  const lost: Outgoing[] = [];
  for (const outgoing of waiting) {
    const next = applyAll(issue, outgoing.edits);
    if (next.ok) {
      issue = next.value;
      kept.push(outgoing);
    } else {
      lost.push(outgoing);
    }
  }
  return { issue, kept, lost };
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
