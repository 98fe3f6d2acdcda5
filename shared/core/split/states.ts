import type { Role } from '../model/role.ts';

/**
 * What a block is in the page's reading order, as the model sees it. The names are those of the weights file.
 * `kicker`, `opening` (a headline that begins an article), `headline` (one more line of it), `subtitle`, `byline` (before the body), `subhead`,
 * `lead` (first paragraph), `paragraph`, `continued` (goes on with the paragraph above), `caption`, `credit`, `signature` (byline after the
 * body), `banner`, `furniture`.
 */
export const KINDS = [
  'kicker',
  'opening',
  'headline',
  'subtitle',
  'byline',
  'subhead',
  'lead',
  'paragraph',
  'continued',
  'caption',
  'credit',
  'signature',
  'banner',
  'furniture',
] as const;
export type Kind = (typeof KINDS)[number];

const ROLE_OF_KIND: Readonly<Record<Kind, Role>> = {
  kicker: 'kicker',
  opening: 'headline',
  headline: 'headline',
  subtitle: 'subtitle',
  byline: 'byline',
  subhead: 'subhead',
  lead: 'body',
  paragraph: 'body',
  continued: 'body',
  caption: 'caption',
  credit: 'credit',
  signature: 'byline',
  banner: 'banner',
  furniture: 'furniture',
};

/** Where in an article the page stands after a block: outside any, in the headline group, in the body, or past its end. */
type Phase = 'outside' | 'head' | 'body' | 'end';

/** `since`: how many blocks ago the last body block stood (0: this one), null when none can be continued. At most `REACH`. */
export type State = { readonly kind: Kind; readonly phase: Phase; readonly since: number | null };

/** Over how many captions, credits and other blocks a paragraph can be continued. */
export const REACH = 3;

const inBody = (kind: Kind): readonly State[] => [
  ...Array.from({ length: REACH }, (_, k): State => ({ kind, phase: 'body', since: k + 1 })),
  { kind, phase: 'body', since: null },
];

export const STATES: readonly State[] = [
  { kind: 'banner', phase: 'outside', since: null },
  { kind: 'furniture', phase: 'outside', since: null },
  { kind: 'kicker', phase: 'head', since: null },
  { kind: 'opening', phase: 'head', since: null },
  { kind: 'headline', phase: 'head', since: null },
  { kind: 'subtitle', phase: 'head', since: null },
  { kind: 'byline', phase: 'head', since: null },
  { kind: 'caption', phase: 'head', since: null },
  { kind: 'credit', phase: 'head', since: null },
  { kind: 'lead', phase: 'body', since: 0 },
  { kind: 'paragraph', phase: 'body', since: 0 },
  { kind: 'continued', phase: 'body', since: 0 },
  { kind: 'subhead', phase: 'body', since: null },
  ...inBody('caption'),
  ...inBody('credit'),
  ...inBody('furniture'),
  { kind: 'signature', phase: 'end', since: null },
];

export const roleOfKind = (kind: Kind): Role => ROLE_OF_KIND[kind];

/** Whether a block in this state begins an article; `lead` does where it follows no headline group. */
export function beginsArticle(previous: State | null, state: State): boolean {
  if (state.phase === 'outside') return false;
  if (state.kind === 'kicker' || state.kind === 'opening') return true;
  return previous === null || previous.phase === 'outside';
}

/** Whether `next` may follow `previous` (null: the page begins). The grammar of a page; everything it allows is a matter of weights. */
export function mayFollow(previous: State | null, next: State): boolean {
  const before: Phase = previous?.phase ?? 'outside';
  switch (next.kind) {
    case 'banner':
      return before !== 'head';
    case 'furniture':
      return next.phase === 'outside' ? before !== 'head' : before === 'body' && next.since === later(previous);
    case 'kicker':
      return before !== 'head';
    case 'opening':
      return before !== 'head';
    case 'headline':
      return previous?.kind === 'kicker' || previous?.kind === 'opening' || previous?.kind === 'headline';
    case 'subtitle':
      return before === 'head' && previous?.kind !== 'kicker' && previous?.kind !== 'byline';
    case 'byline':
      return before === 'head' && previous?.kind !== 'kicker';
    case 'caption':
    case 'credit':
      if (next.phase === 'head') return before === 'head' && previous?.kind !== 'kicker';
      if (before === 'end') return next.since === null; // of the next of several signed statements
      return before === 'body' && next.since === later(previous);
    case 'lead':
      return before === 'outside' || (before === 'head' && previous?.kind !== 'kicker');
    case 'subhead':
      return before === 'body' || before === 'end' || (before === 'head' && previous?.kind !== 'kicker');
    case 'paragraph':
      return before === 'body' || before === 'end'; // an editor's note under a signed letter
    case 'continued':
      return before === 'body' && previous !== null && previous.since !== null;
    case 'signature':
      return before === 'body' || before === 'end';
  }
}

function later(previous: State | null): number | null {
  if (previous === null || previous.since === null || previous.since >= REACH) return null;
  return previous.since + 1;
}

/** From one state to another the grammar allows; -1 as `from` stands for the beginning of the page. */
export type Transition = { readonly from: number; readonly to: number; readonly name: string };

const nameOf = (state: State | null) => (state === null ? 'start' : `${state.phase}.${state.kind}`);

function allowed(): readonly Transition[] {
  const all: Transition[] = [];
  for (let to = 0; to < STATES.length; to += 1) {
    for (let from = -1; from < STATES.length; from += 1) {
      const previous = STATES[from] ?? null;
      const next = STATES[to] as State;
      if (mayFollow(previous, next)) all.push({ from, to, name: `${nameOf(previous)}>${nameOf(next)}` });
    }
  }
  return all;
}

/** All transitions, sorted by the state they lead to. Those of one name share one weight. */
export const TRANSITIONS: readonly Transition[] = allowed();
export const TRANSITION_NAMES: readonly string[] = [...new Set(TRANSITIONS.map((each) => each.name))].sort();
