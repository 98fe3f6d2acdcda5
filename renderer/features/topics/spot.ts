// A scheme's head or a topic's row. It stays known while the palette has the keyboard.
let last: string | null = null;

const SPOTS = '.topics [data-spot]';

/** The keyboard went to an element of the screen: keeps which scheme or topic that is of. */
export function noteSpot(focused: Element): void {
  const found = focused.closest<HTMLElement>('[data-spot]');
  if (found) last = found.dataset['spot'] ?? null;
}

/** The scheme's head or the topic's row the keyboard is at, or was at last. */
export function spot(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>(SPOTS)].find((one) => one.dataset['spot'] === last) ?? null;
}

/** Goes to the next (1) or previous (-1) of them. */
export function moveSpot(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(SPOTS)];
  const here = spot();
  all[here === null ? 0 : Math.max(0, Math.min(all.length - 1, all.indexOf(here) + step))]?.focus();
}

/** The button by which something is done with the topic or scheme one is at; null where that cannot be. */
export function actHere(act: 'change' | 'retire'): HTMLElement | null {
  return spot()?.querySelector<HTMLElement>(`[data-act="${act}"]`) ?? null;
}

/** … with the scheme one is in; before one is in any, with the first where it can be. */
export function actInScheme(act: 'import' | 'export'): HTMLElement | null {
  return (spot()?.closest('.scheme') ?? document).querySelector<HTMLElement>(`.scheme-head [data-act="${act}"]`);
}
