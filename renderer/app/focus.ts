import { isModifier } from '../commands/keyboard.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { openDialog } from '../ui/open-dialogs.ts';
import { appStore } from '../state/app.ts';
import { deskStore } from '../state/desk.ts';
import { screenStore } from '../state/screen.ts';

/** Where the keyboard belongs when nothing else has it: the focused passage, the list, or the screen itself. */
const HOMES = ['main [data-passage][tabindex="0"]', 'main [role=grid]', 'main'];

function homeOf(): HTMLElement | null {
  const modal = openDialog();
  if (modal) return modal.querySelector<HTMLElement>('input, button') ?? modal;
  for (const home of HOMES) {
    const found = document.querySelector<HTMLElement>(home);
    if (found?.checkVisibility()) return found;
  }
  return null;
}

function letGo(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('[data-passage]')) activeElement.blur();
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Gives the keyboard to where it belongs on this screen. */
export function goHome(): void {
  homeOf()?.focus({ preventScroll: true });
}

/**
 * Sees to it that the keyboard is never nowhere: what had it may be gone with what was done, or was left with the mouse. A new screen gets it as
 * soon as it shows what the keyboard is for.
 */
export function followFocus(): void {
  let pressed = false;
  const look = () => {
    if (!pressed && isLost()) goHome();
  };
  const settle = () => afterPaint(look); // whoever shows what a key did gives something the keyboard by then
  // As long as nothing but the screen itself has the keyboard: until its list or page is there.
  const watcher = new MutationObserver(() => {
    if (document.activeElement?.matches('main')) goHome();
    else if (!isLost()) watcher.disconnect();
  });
  const arrived = () => {
    if (isLost() || document.activeElement?.matches('main')) goHome();
    watcher.observe(document.body, { childList: true, subtree: true });
  };
  const arrive = () => afterPaint(arrived);
  document.addEventListener('focusout', ({ relatedTarget }) => relatedTarget === null && settle());
  document.addEventListener('keydown', (event) => !isModifier(event) && settle()); // a command may have taken away what had the keyboard; a frame for Control is one the key it goes with would wait for
  // While a button is down something may be selected or dragged.
  document.addEventListener('pointerdown', () => {
    pressed = true;
  }, true);
  for (const end of ['pointerup', 'pointercancel', 'dragend'] as const) {
    document.addEventListener(end, () => {
      pressed = false;
      settle();
    }, true);
  }
  screenStore.subscribe(({ place }, before) => place !== before.place && arrive());
  // Taken away with its page, what has the keyboard would have the window styled and laid out halfway: it gives the keyboard up before.
  deskStore.subscribe(({ page }, before) => page?.id !== before.page?.id && letGo());
  appStore.subscribe(({ app }, before) => app?.project?.id !== before.app?.project?.id && arrive());
}

/** The parts of the window F6 goes through, from the left to the right and then round it. Those that are not shown are passed over. */
const PANES = ['.facets', '.library-main', '.preview', '.desk-source', '.desk-articles', '.desk-details', '.search-main', '.history-main', '.history-entry', '.accepted', '.names', '.page-screen', '.export-foot', '.toasts', '.status-bar', '.title-bar', '.rail'];
const INNER = ['[data-passage][tabindex="0"]', '[role=grid]', '[role=tab][tabindex="0"]', '[tabindex="0"]', '[aria-current=page]', 'button:not([disabled]), input, select, textarea'];

const lastIn = new WeakMap<Element, HTMLElement>();

/** Goes to the next (1) or previous (-1) pane, to where one was in it last. */
export function goToPane(step: 1 | -1): void {
  const active = document.activeElement;
  const panes = PANES.flatMap((pane) => [...document.querySelectorAll(pane)]).filter((pane) => pane.checkVisibility());
  const here = panes.findIndex((pane) => pane.contains(active));
  if (here >= 0 && active instanceof HTMLElement) lastIn.set(panes[here]!, active);
  for (let away = 1; away <= panes.length; away += 1) {
    const pane = panes[(here + step * away + panes.length * 2) % panes.length];
    const target = pane && innerOf(pane);
    if (!target) continue;
    target.focus();
    if (document.activeElement === target) return;
  }
}

function innerOf(pane: Element): HTMLElement | null {
  const last = lastIn.get(pane);
  // The list of a pane may have moved on since: its own mark of where one is comes first.
  for (const inner of INNER.slice(0, 2)) {
    const found = pane.querySelector<HTMLElement>(inner);
    if (found?.checkVisibility()) return found;
  }
  if (last?.isConnected && last.checkVisibility()) return last;
  for (const inner of INNER.slice(2)) {
    const found = [...pane.querySelectorAll<HTMLElement>(inner)].find((one) => one.checkVisibility());
    if (found) return found;
  }
  return null;
}
