import { scratching } from '#util/scratch.ts';
import { findDuplicates } from '../flow/duplicates.ts';
import type { Decision } from '../model/decision.ts';
import type { Tree } from '../model/issue.ts';
import type { LayoutHint } from '../parse/hints.ts';
import { type Language, parsePage } from '../parse/page.ts';
import { type Model } from './model.ts';
import { nearMisses } from './near-misses.ts';
import { readPage } from './read-page.ts';
import { rememberDecisions } from './explain.ts';
import { reasonsIn } from './reasons.ts';
import { growTree } from './tree.ts';
import { writeSplitVersion } from './version.ts';

/** `sourceVersion`: the hash of the source's bytes, of which ids keep the first sixteen characters: no two pages of an archive share them. `language`: what is known of it beforehand; `hints`: what its file says of its blocks. */
export type SplitOptions = { readonly sourceVersion: string; readonly model: Model; readonly language: Language; readonly hints?: readonly LayoutHint[] };

/** What the machine makes of a page. `version` names the splitter, its weights and the archive's statistics: see version.ts. */
export type Split = { readonly tree: Tree; readonly decisions: readonly Decision[]; readonly version: string };

/** The splitter's own version: raised when the same weights would decide otherwise. */
const SPLITTER = '11';

/**
 * Splits a page: blocks, roles, articles, joined paragraphs, duplicates set aside. Deterministic, of linear cost, never fails; every character that is
 * not blank comes to lie in exactly one kept piece.
 */
export const splitPage = (source: string, options: SplitOptions): Split => scratching(() => split(source, options));

function split(source: string, { sourceVersion, model, language, hints = [] }: SplitOptions): Split {
  const page = parsePage(source, language, hints);
  const duplicates = findDuplicates(page);
  const reading = readPage(page, duplicates, model);
  const grown = growTree(page, reading, sourceVersion);
  const version = writeSplitVersion({ splitter: SPLITTER, weights: model.version, statistics: language.archive.version });
  const reasonsOf = reasonsIn(page, reading.order, reading.observations, model);
  return { tree: grown.tree, decisions: [...rememberDecisions(page, reading, grown, model, reasonsOf), ...nearMisses(page, reading, grown, reasonsOf)], version };
}
