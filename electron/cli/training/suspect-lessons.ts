import type { Grams } from '#core/language/grams.ts';
import { type Evidence, suspectsOf } from '#core/language/suspects.ts';
import type { SuspectLesson, SuspectLessons } from '#core/language/train-suspects.ts';
import { countTexts, evidenceOf } from '../../engine/words/evidence.ts';
import { CommandError } from '../command.ts';
import type { TruthPage } from './truth-pages.ts';

/** What a truth file of the evaluation records of a page's faults. Offsets are code points of the block. */
type Faults = {
  readonly blocks: readonly { readonly index: number; readonly role: string; readonly text: string }[];
  readonly errors: readonly { readonly block: number; readonly offset: number; readonly kind: string; readonly original: string }[];
};

/** The pages of one set as an archive, whose language is counted in all of them, and what they teach of misreadings. */
export type SuspectSet = { readonly pages: readonly TruthPage[]; readonly evidence: Evidence; readonly lessons: readonly SuspectLesson[] };

export function suspectSet(resources: string, pages: readonly TruthPage[]): SuspectSet {
  const evidence = evidenceOf(resources, countTexts(resources, pages.map(({ source }) => source)));
  return { pages, evidence, lessons: pages.map((page) => lessonOf(page, evidence)) };
}

/** The set as lessons, of which those pages are learned from that are asked for. */
export function lessonsIn({ pages, evidence, lessons }: SuspectSet, isLearned: (page: TruthPage) => boolean): SuspectLessons {
  const grams: Grams = evidence.model.grams;
  return { grams, pages: lessons, learned: pages.map(isLearned) };
}

function lessonOf({ set, name, source, truth }: TruthPage, evidence: Evidence): SuspectLesson {
  const { blocks, errors } = truth as unknown as Partial<Faults>;
  if (errors === undefined || blocks === undefined) throw new CommandError('cannot-read', `the truth of ${set}/${name} does not tell of faults`);
  let from = 0; // suspects of different blocks stand in different places
  const judged = blocks.flatMap(({ index, role, text }) => {
    if (role === 'duplicate') return [];
    const start = from;
    from += text.length + 1;
    const points = Array.from(text);
    const misread = errors.filter(({ block, kind }) => block === index && (kind === 'confusion' || kind === 'name_variant'));
    const meant = new Map(misread.map(({ offset, original }) => [points.slice(0, offset).join('').length, original]));
    return suspectsOf(text, evidence, 1).map((suspect) => ({ suspect: { ...suspect, at: start + suspect.at }, so: meant.get(suspect.at) === suspect.meant }));
  });
  return { suspects: suspectsOf(source, evidence, 1), length: source.length, judged };
}
