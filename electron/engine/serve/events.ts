import type { EventName, EventPayload } from '#contract/events.ts';

const GATHER = 40; // milliseconds in which events that say the same of the same thing become one

export type Listener = <K extends EventName>(name: K, payload: EventPayload<K>) => void;
type Waiting = { readonly [K in EventName]: { readonly name: K; readonly payload: EventPayload<K> } }[EventName];

/** Events on their way to windows. Those of one key that come close together are told once, as the last of them is. */
export class Events {
  readonly #listeners = new Set<Listener>();
  readonly #waiting = new Map<string, Waiting>();
  #timer: NodeJS.Timeout | null = null;

  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells soon. `key` says of what thing the event speaks. */
  emit<K extends EventName>(name: K, payload: EventPayload<K>, key = ''): void {
    const full = `${name} ${key}`;
    this.#waiting.delete(full); // the order is that of the last word about each
    this.#waiting.set(full, { name, payload } as Waiting);
    this.#timer ??= setTimeout(() => this.flush(), GATHER);
  }

  /** Tells what waits, now. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { name, payload } of waiting) for (const listener of this.#listeners) listener(name, payload);
  }
}
