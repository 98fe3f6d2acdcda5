import type { AppError } from '#contract/app-error.ts';
import type { Companion, Picture } from '#contract/schemas/companion.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Log } from '../log.ts';
import { filesOf } from '../project/files.ts';
import type { Store } from '../project/store.ts';
import { findCompanion, markOf } from './find.ts';
import type { FoundCompanion } from './find.ts';
import { pictureThread } from './thread.ts';

/** The pictures beside the pages, found by the pages' own files: no path comes from a window. */
export type Companions = {
  /** The picture beside a page, or null. From then on it is told when another one is there. */
  find(issue: IssueId): Companion | null;
  /** A page of it, from 0. */
  image(issue: IssueId, page: number): Promise<Result<Picture, AppError>>;
  /** The watched folder was looked at: tells of pages asked for lately whose picture came, went or changed. */
  look(): void;
  stop(): Promise<void>;
};

export type CompanionsOptions = {
  readonly folder: string; // the watched one; '' if there is none
  readonly store: Store;
  readonly log: Log;
  readonly onChange: (issue: IssueId) => void;
  readonly threadEntry?: URL | undefined;
};

const FOLLOWED = 4; // pages

/** Looks for pictures when it is asked to, and only beside the page in question: an archive of any size costs nothing. */
export function keepCompanions({ folder, store, log, onChange, threadEntry }: CompanionsOptions): Companions {
  const followed = new Map<IssueId, string | null>(); // page to the mark that was told, the page asked for last at the end
  const thread = pictureThread({ log, entry: threadEntry });

  const lookFor = (issue: IssueId): FoundCompanion | null => {
    if (folder === '') return null;
    for (const { path } of filesOf(store.db, issue)) {
      const found = findCompanion(folder, path);
      if (found) return found;
    }
    return null;
  };
  const follow = (issue: IssueId, mark: string | null) => {
    followed.delete(issue);
    followed.set(issue, mark);
    for (const oldest of [...followed.keys()].slice(0, -FOLLOWED)) followed.delete(oldest);
  };

  return {
    find: (issue) => {
      const found = lookFor(issue);
      follow(issue, found && markOf(found));
      return found && { name: found.name, mark: markOf(found) };
    },
    image: async (issue, page) => {
      const found = lookFor(issue);
      if (!found) return fail({ code: 'no-picture' });
      const drawn = await thread.draw({ path: found.path, stamp: found.stamp, page });
      if (drawn === 'superseded') return fail({ code: 'cancelled' });
      return drawn.ok ? ok({ mark: markOf(found), ...drawn.value }) : fail({ code: 'picture-unreadable', why: drawn.error });
    },
    look: () => {
      for (const [issue, mark] of followed) {
        const found = lookFor(issue);
        const now = found && markOf(found);
        if (now === mark) continue;
        followed.set(issue, now);
        onChange(issue);
      }
    },
    stop: () => thread.stop(),
  };
}
