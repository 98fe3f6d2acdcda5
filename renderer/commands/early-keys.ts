import { tell } from '../state/desk-tell.ts';
import { followWay, isOnTheWay } from '../state/on-the-way.ts';
import { isScreen } from '../state/screen.ts';
import { afterPaint } from '../ui/after-paint.ts';
import type { Command } from './command.ts';
import { isFor } from './contexts.ts';
import { step } from './dispatch.ts';
import type { Focus, Step } from './dispatch.ts';
import type { KeyPress } from './keys.ts';

const MOST_KEPT = 50;

let kept: readonly KeyPress[] = []; // in the order they were pressed
let closed = false; // one was turned away: those after it were meant to follow it
let stop: (() => void) | null = null; // while keys wait

/** Forgets what was pressed early. */
export function dropEarly(): void {
  stop?.();
  stop = null;
  kept = [];
  closed = false;
}

/** Gives the keys kept, one a frame, once the page is in sight; where one of them leads on to another, the rest wait for that. */
function waitFor(take: (press: KeyPress) => void): void {
  if (stop) return;
  let cancel: (() => void) | null = null;
  const next = (): void => {
    cancel = null;
    if (!isScreen('desk')) return dropEarly();
    if (isOnTheWay()) return;
    const [press, ...rest] = kept;
    kept = rest;
    if (press) take(press);
    if (kept.length === 0) dropEarly();
    else look();
  };
  const look = (): void => {
    if (!isOnTheWay()) cancel ??= afterPaint(next);
  };
  const unfollow = followWay(look);
  stop = () => {
    unfollow();
    cancel?.();
  };
}

function commandsOf(meant: Step): readonly Command[] {
  if (meant.kind === 'run') return [meant.command];
  return meant.kind === 'wait' ? meant.begun.map(({ command }) => command) : [];
}

/**
 * A key pressed before the page it is for is in sight. One that goes somewhere or takes something back (`ahead`) is kept, and `take` is given
 * it when the page is there; one that would decide what was not seen yet is turned away, and so are those after it. True if the key was for
 * the page that is awaited; false if it means now what it always means.
 */
export function takeEarly(commands: readonly Command[], press: KeyPress, focus: Focus, mac: boolean, held: boolean, take: (press: KeyPress) => void): boolean {
  if (stop === null && !isOnTheWay()) return false;
  if (stop !== null && press.key === 'Escape') {
    dropEarly();
    return true;
  }
  const meant = step(commands, [], press, focus, mac, false, (command) => isFor(command, 'desk'));
  const meanings = commandsOf(meant);
  const isAhead = meanings.length > 0 && meanings.every(({ ahead }) => ahead === true);
  if (meanings.length === 0) return false;
  if (isAhead) {
    if (!held && !closed) kept = [...kept, press].slice(0, MOST_KEPT);
  } else {
    if (meanings.some(({ when }) => when())) return false;
    if (!closed) tell('desk.too-early');
    closed = true;
  }
  waitFor(take);
  return true;
}
