import { lessonPages } from './lesson-pages.ts';
import { type TruthPage, samplePages } from './truth-pages.ts';

/** The repository's own pages with known truth, a list a set: the samples, and those written to be learned from. */
export const ownPages = (root: string): readonly (readonly TruthPage[])[] => [samplePages(root), lessonPages(root)];
