/**
 * What a window keeps between sessions about its own looks: pane widths, columns. Nothing that is decided about the archive.
 * A value that cannot be read or is not of the right form counts as not there.
 */
export function recall<T>(name: string, isValid: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`stet.${name}`) ?? 'null');
    return isValid(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps a value of JSON form. A full or forbidden store is no reason to disturb anyone: the looks are then not kept. */
export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(`stet.${name}`, JSON.stringify(value));
  } catch {
    // not kept
  }
}
