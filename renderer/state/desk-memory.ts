import type { IssueId } from '#contract/schemas/library.ts';
import { appStore } from './app.ts';

/** How this window names a page in its own memory. */
export function memoryOf(id: IssueId): string {
  return `${appStore.getState().app?.project?.id ?? ''}.${id}`;
}
