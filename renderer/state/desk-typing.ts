import type { PassageId } from '#core/model/ids.ts';

/** One change of a passage's text as it was typed. Offsets in the marked-up text before it; `at` in milliseconds. */
export type Stroke = {
  readonly passage: PassageId;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly composed: boolean; // came from an input method
  readonly at: number;
};

/** Typing that goes on as one entry of the journal (model.md, "Typing"). `caret` is where the last change left it. */
export type TypingRun = {
  readonly key: string;
  readonly passage: PassageId;
  readonly caret: number;
  readonly at: number;
  readonly typed: number; // characters put in or taken out
  readonly closed: boolean;
};

export const RUN_PAUSE = 1000;
export const RUN_LENGTH = 20;

/** Whether a change goes on with a run: no second's pause, no jump of the caret, under twenty characters, no composition ended. */
export function continues(run: TypingRun | null, stroke: Stroke): run is TypingRun {
  return run !== null
    && !run.closed
    && run.passage === stroke.passage
    && stroke.at - run.at < RUN_PAUSE
    && (stroke.from === run.caret || stroke.to === run.caret)
    && run.typed < RUN_LENGTH;
}

/** The run a change belongs to, once it was made and has left the caret at `caret`. `key` names it if it is a new one. */
export function runAfter(run: TypingRun | null, stroke: Stroke, caret: number, key: string): TypingRun {
  const before = continues(run, stroke) ? run : null;
  const size = Math.max(Array.from(stroke.text).length, stroke.to > stroke.from ? 1 : 0);
  return {
    key: before?.key ?? key,
    passage: stroke.passage,
    caret,
    at: stroke.at,
    typed: (before?.typed ?? 0) + size,
    closed: stroke.composed,
  };
}
