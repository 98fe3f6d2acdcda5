type Listener = (payload: unknown) => void;
type Subscribe = (listener: Listener) => () => void;

/** Who wants to hear what. `subscribe` has one function an event; it takes a listener and gives what ends its listening. */
export type Listeners<Name extends string> = {
  readonly subscribe: { readonly [N in Name]: Subscribe };
  /** Tells an event to those who listen; one of another name reaches nobody. */
  readonly tell: (name: string, payload: unknown) => void;
};

export function createListeners<Name extends string>(names: readonly Name[]): Listeners<Name> {
  const heard = new Map<string, Set<{ readonly listener: Listener }>>(names.map((name) => [name, new Set()]));
  const subscribeTo = (name: Name): Subscribe => (listener) => {
    const entry = { listener }; // one function may listen twice
    heard.get(name)?.add(entry);
    return () => void heard.get(name)?.delete(entry);
  };
  return {
    subscribe: Object.fromEntries(names.map((name) => [name, subscribeTo(name)])) as Record<Name, Subscribe>,
    tell: (name, payload) => {
      const now = Array.from(heard.get(name) ?? []); // one may stop listening while it is told
      for (const { listener } of now) listener(payload);
    },
  };
}
