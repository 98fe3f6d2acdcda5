/** The lines of a screen that are gone through by keys, each an element with `data-spot`, and what can be done with one: its buttons with `data-act`. */
export type Spots = {
  /** The keyboard went to an element: keeps which line that is of, also while the palette has the keyboard. */
  readonly note: (focused: Element) => void;
  /** The line the keyboard is at, or was at last; null before it was at one, and where that is gone. */
  readonly here: () => HTMLElement | null;
  /** Goes to the next (1) or previous (-1) line. */
  readonly move: (step: 1 | -1) => void;
  /** The button by which something is done with the line one is at; null where that cannot be. */
  readonly act: (name: string) => HTMLElement | null;
  /** Where what had the keyboard is gone: goes to its line, or to the one that has taken its place. */
  readonly restore: () => void;
};

/** The lines within a part of the window. */
export function createSpots(within: string): Spots {
  let last: { readonly spot: string; readonly at: number } | null = null;
  const all = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`${within} [data-spot]`)];
  const here = (): HTMLElement | null => all().find((one) => one.dataset['spot'] === last?.spot) ?? null;
  return {
    here,
    note: (focused) => {
      const found = focused.closest<HTMLElement>('[data-spot]');
      if (found) last = { spot: found.dataset['spot'] ?? '', at: all().indexOf(found) };
    },
    move: (step) => {
      const [lines, now] = [all(), here()];
      lines[now === null ? 0 : Math.max(0, Math.min(lines.length - 1, lines.indexOf(now) + step))]?.focus();
    },
    act: (name) => here()?.querySelector<HTMLElement>(`[data-act="${name}"]:not(:disabled)`) ?? null,
    restore: () => {
      const { activeElement } = document;
      if (last === null || (activeElement !== null && activeElement !== document.body)) return;
      const lines = all();
      (here() ?? lines[Math.min(last.at, lines.length - 1)])?.focus({ preventScroll: true });
    },
  };
}
