import type { EngineCall } from '#contract/calls.ts';
import type { HandlersOf } from './handler.ts';
import { acceptedHandlers } from './handlers/accepted.ts';
import { companionHandlers } from './handlers/companion.ts';
import { concordanceHandlers } from './handlers/concordance.ts';
import { exportHandlers } from './handlers/export.ts';
import { filesHandlers } from './handlers/files.ts';
import { historyHandlers } from './handlers/history.ts';
import { issueHandlers } from './handlers/issue.ts';
import { jobHandlers } from './handlers/job.ts';
import { languageHandlers } from './handlers/language.ts';
import { learningHandlers } from './handlers/learning.ts';
import { libraryHandlers } from './handlers/library.ts';
import { presetHandlers } from './handlers/preset.ts';
import { linkHandlers } from './handlers/link.ts';
import { projectHandlers } from './handlers/project.ts';
import { queueHandlers } from './handlers/queue.ts';
import { rulesHandlers } from './handlers/rules.ts';
import { searchHandlers } from './handlers/search.ts';
import { topicsHandlers } from './handlers/topics.ts';

/** Who answers each call to the engine. */
export const HANDLERS = {
  ...acceptedHandlers, ...companionHandlers, ...exportHandlers, ...filesHandlers, ...historyHandlers, ...issueHandlers, ...jobHandlers, ...languageHandlers, ...learningHandlers, ...libraryHandlers, ...linkHandlers, ...presetHandlers, ...projectHandlers, ...queueHandlers,
  ...concordanceHandlers,
  ...rulesHandlers,
  ...searchHandlers, ...topicsHandlers,
} as const satisfies HandlersOf<EngineCall>;
