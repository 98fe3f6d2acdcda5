import type { Lazily } from './lazily.ts';
import type { Reading } from './serve/context.ts';

/** Of a project that is opened for reading only, nothing is read. */
export const NO_READING: Reading = {
  rescan: () => undefined,
  readLarge: () => Promise.resolve(),
  reread: () => Promise.resolve(),
  meets: (_, pairs) => Promise.resolve(pairs.map(() => null)),
};

/** Reading that begins at the latest when something is asked of it. */
export function lateReading(reading: Lazily<Reading>): Reading {
  return {
    rescan: () => {
      const begun = reading.begun();
      if (begun) void begun.then((its) => its.rescan());
      else void reading(); // begins with a look at the whole folder
    },
    readLarge: async (path) => (await reading()).readLarge(path),
    reread: async (path, encoding) => (await reading()).reread(path, encoding),
    meets: async (source, pairs) => (await reading()).meets(source, pairs),
  };
}
