import index1 from './index/0001-first.sql?raw';
import index2 from './index/0002-otherwise.sql?raw';
import index3 from './index/0003-queue.sql?raw';
import index4 from './index/0004-tally.sql?raw';
import index5 from './index/0005-print.sql?raw';
import index6 from './index/0006-page-rows.sql?raw';
import index7 from './index/0007-search.sql?raw';
import index8 from './index/0008-accepted.sql?raw';
import index9 from './index/0009-judged.sql?raw';
import index10 from './index/0010-rows.sql?raw';
import index11 from './index/0011-corrections.sql?raw';
import project1 from './project/0001-first.sql?raw';
import project2 from './project/0002-public-id.sql?raw';
import project3 from './project/0003-learning.sql?raw';
import project4 from './project/0004-settled.sql?raw';
import project5 from './project/0005-schemes.sql?raw';
import project6 from './project/0006-history.sql?raw';
import project7 from './project/0007-lighter.sql?raw';
import project8 from './project/0008-short-trees.sql?raw';
import project9 from './project/0009-accepted.sql?raw';
import project10 from './project/0010-rule-due.sql?raw';
import sources1 from './sources/0001-first.sql?raw';

/** The steps that make each database, oldest first. A step that was released never changes; a change is a new step. */
export const MIGRATIONS = {
  project: [project1, project2, project3, project4, project5, project6, project7, project8, project9, project10],
  sources: [sources1],
  index: [index1, index2, index3, index4, index5, index6, index7, index8, index9, index10, index11],
} as const satisfies Record<string, readonly string[]>;

export type DatabaseName = keyof typeof MIGRATIONS;
