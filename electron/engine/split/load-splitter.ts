import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '#core/split/model.ts';
import { type Archive, countArchive } from '#core/parse/archive.ts';
import { type Split, splitPage } from '#core/split/split-page.ts';
import { type WeightsFile, readWeights } from '#core/split/weights.ts';
import { invariant } from '#util/invariant.ts';
import { dictionaryWords } from '../words/dictionary.ts';

/** The weights in the program's resources. They are the program's own: a file that does not fit is a bug. */
export function loadModel(resourcesPath: string): Model {
  const file = JSON.parse(readFileSync(join(resourcesPath, 'split', 'weights.json'), 'utf8')) as WeightsFile;
  const model = readWeights(file);
  invariant(model.ok, 'resources/split/weights.json was trained for another list of features: npm run train');
  return model.value;
}

/** The splitter with the program's weights and dictionary. `hash`: of the source's bytes, for the ids; `archive`: what the archive says of its language, by default the page alone. */
export function loadSplitter(resourcesPath: string): (source: string, hash: string, archive?: Archive) => Split {
  const model = loadModel(resourcesPath);
  return (source, hash, archive = countArchive('', [source])) =>
    splitPage(source, { sourceVersion: hash, model, language: { words: dictionaryWords, archive } });
}
