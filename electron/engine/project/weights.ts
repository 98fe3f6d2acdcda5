import type { WeightsFile } from '#core/split/weights.ts';
import { pack, unpack } from '../db/pack.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from './store.ts';

/** Weights that were learned, without their figures. `program`: the version of the program's own from which they were drawn away. */
export type KeptWeights = { readonly version: string; readonly madeAt: string; readonly program: string };

/** The version of the weights that pages are split with; null: the program's own. */
export function weightsInUse(db: Database): string | null {
  return db.get<{ weights: string | null }>('SELECT weights FROM project')!.weights;
}

/** Puts weights to use. Only as a deed of the journal. */
export function putWeightsInUse(tx: Tx, version: string | null): void {
  tx.db.run('UPDATE project SET weights = ?', version);
  tx.touchTopicsOrSettings();
}

/** Keeps learned weights. Those of a version that is there already are the same. `learnedFrom`: hashes of the pages' bytes. */
export function keepWeights(tx: Tx, file: WeightsFile, program: string, learnedFrom: readonly string[]): void {
  tx.db.run(
    'INSERT INTO weights (version, made_at, program, file, learned_from) VALUES (?, ?, ?, ?, ?) ON CONFLICT (version) DO NOTHING',
    file.version, tx.at, program, pack(file), JSON.stringify(learnedFrom),
  );
}

/** All learned weights, newest first. */
export function keptWeights(db: Database): readonly KeptWeights[] {
  return db.all('SELECT version, made_at AS madeAt, program FROM weights ORDER BY id DESC');
}

/** The file of learned weights; null if there are none of this version. Throws DamagedError where stored bytes changed. */
export function weightsFile(db: Database, version: string): WeightsFile | null {
  const row = db.get<{ file: Uint8Array }>('SELECT file FROM weights WHERE version = ?', version);
  return row ? unpack<WeightsFile>(row.file) : null;
}

/** The hashes of the pages that weights were learned from. The program's own saw none of the project. */
export function learnedFrom(db: Database, version: string | null): ReadonlySet<string> {
  const row = version === null ? undefined : db.get<{ hashes: string }>('SELECT learned_from AS hashes FROM weights WHERE version = ?', version);
  return new Set(row ? (JSON.parse(row.hashes) as string[]) : []);
}
