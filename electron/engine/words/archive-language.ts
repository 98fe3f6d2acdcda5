import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveLanguage } from '#core/checks/language.ts';
import { type SuspectWeights, type SuspectWeightsFile, habitsOfPages, readSuspectWeights } from '#core/language/company.ts';
import { suspectsOf } from '#core/language/suspects.ts';
import { archiveNames } from '#core/names/archive-names.ts';
import { nameCountsOf } from '#core/names/register.ts';
import { countTexts, evidenceOf } from './evidence.ts';

/** The weights in the program's resources by which misreadings are told. */
export function loadSuspectWeights(resourcesPath: string): SuspectWeights {
  return readSuspectWeights(JSON.parse(readFileSync(join(resourcesPath, 'checks', 'weights.json'), 'utf8')) as SuspectWeightsFile);
}

/** What an archive's pages say of its language, its names, and what is misread in them. `weights`: the program's own if left out. */
export function archiveLanguage(resourcesPath: string, pages: readonly string[], weights: SuspectWeights = loadSuspectWeights(resourcesPath)): ArchiveLanguage {
  const evidence = evidenceOf(resourcesPath, countTexts(resourcesPath, pages));
  const suspects = pages.map((page) => suspectsOf(page, evidence, 1));
  const habits = habitsOfPages(suspects, weights);
  return { evidence, weights, habits, names: archiveNames(nameCountsOf(pages), evidence, habits) };
}
