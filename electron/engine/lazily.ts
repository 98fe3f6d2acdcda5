/** What is made when it is first asked for, and once. */
export type Lazily<T> = {
  (): Promise<T>;
  /** What was asked for already; null where nothing was. Asks for nothing. */
  readonly begun: () => Promise<T> | null;
};

export function lazily<T>(make: () => Promise<T>): Lazily<T> {
  let made: Promise<T> | null = null;
  return Object.assign(() => (made ??= make()), { begun: () => made });
}
