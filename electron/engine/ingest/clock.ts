/** Time, as far as reading the folder needs it. */
export type Clock = {
  now(): number; // milliseconds since 1970, comparable with a file's times
  /** Calls back once, after so many milliseconds. Returns what calls it off. */
  after(milliseconds: number, call: () => void): () => void;
};

/** The time of this machine. */
export const systemClock: Clock = {
  now: Date.now,
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
