import type { Model } from '#core/split/model.ts';
import { readWeights } from '#core/split/weights.ts';
import { weightsFile, weightsInUse } from '../project/weights.ts';
import type { Store } from '../project/store.ts';
import { loadModel } from '../split/load-splitter.ts';

/** The weights that a project's pages are split with. */
export type WeightsInUse = {
  /** The version that the project says; null: the program's own. */
  version(): string | null;
  /** The learned weights; null where the program's own are in use, or the learned ones are for another list of features and cannot be. */
  learned(): Model | null;
  /** The program's own. */
  program(): Model;
  /** Whether learned weights of a version fit this program. */
  fits(version: string): boolean;
};

/** Weights are read once and lie in shared memory: they go to threads without being copied. */
export function followWeights(store: Store, resourcesPath: string): WeightsInUse {
  const known = new Map<string, Model | null>();
  let own: Model | null = null;
  const read = (version: string): Model | null => {
    const file = weightsFile(store.db, version);
    const model = file && readWeights(file);
    return model?.ok ? shared(model.value) : null;
  };
  const learned = (version: string): Model | null => {
    const there = known.get(version);
    if (there !== undefined) return there;
    const model = read(version);
    known.set(version, model);
    return model;
  };
  return {
    version: () => weightsInUse(store.db),
    learned: () => {
      const version = weightsInUse(store.db);
      return version === null ? null : learned(version);
    },
    program: () => (own ??= shared(loadModel(resourcesPath))),
    fits: (version) => learned(version) !== null,
  };
}

function shared(model: Model): Model {
  const share = (numbers: Float64Array) => {
    const there = new Float64Array(new SharedArrayBuffer(numbers.byteLength));
    there.set(numbers);
    return there;
  };
  return { ...model, weights: share(model.weights), continuity: share(model.continuity) };
}
