/** What made a split: the splitter, its weights, and the statistics of the archive's language; '' where they have no name, such as those of the page alone. */
export type SplitVersion = { readonly splitter: string; readonly weights: string; readonly statistics: string };

/** A version as it is recorded with what was split: `SPLITTER.WEIGHTS.STATISTICS`, without what has no name at its end. No part holds a full stop. */
export function writeSplitVersion({ splitter, weights, statistics }: SplitVersion): string {
  let version = `${splitter}.${weights}.${statistics}`;
  while (version.endsWith('.')) version = version.slice(0, -1);
  return version;
}

/** The parts of a recorded version. Those it does not name are ''. */
export function readSplitVersion(version: string): SplitVersion {
  const [splitter = '', weights = '', statistics = ''] = version.split('.');
  return { splitter, weights, statistics };
}

/**
 * Whether two recorded versions are of the same splitter with the same weights. The statistics of an archive move on as it grows, which is no reason to
 * split again what was split.
 */
export function isSameSplitter(one: string, other: string): boolean {
  const [a, b] = [readSplitVersion(one), readSplitVersion(other)];
  return a.splitter === b.splitter && a.weights === b.weights;
}
