import type { Indexer } from '../index/indexer.ts';
import type { Change } from '../project/changes.ts';
import type { Store } from '../project/store.ts';
import type { Events } from './events.ts';

const SOON = 150; // milliseconds in which what a person does (a run of typing) is derived once; a question has it derived before

/** Turns committed changes into events, and has the index follow them. Returns how to stop; what waits is told before. */
export function announce(store: Store, events: Events, indexer: Indexer, folderThere: () => boolean): () => void {
  let timer: NodeJS.Timeout | null = null;
  const later = () => {
    timer = null;
    indexer.schedule();
  };
  const tell = ({ issues, head, files, accepted }: Change) => {
    if (head) events.emit('project.saved', { head: head.entry, savedAt: head.at });
    // An issue's version 0 is its first reading: nobody can have it open yet.
    for (const [issue, version] of issues) if (version > 0) events.emit('issue.changed', { issue, version }, String(issue));
    if (files) events.emit('files.changed', { files: store.db.get<{ n: number }>('SELECT count(*) AS n FROM file')!.n, folderThere: folderThere() });
    if (accepted) events.emit('accepted.changed', {});
    if (issues.size === 0) return;
    if (head) timer ??= setTimeout(later, SOON);
    else indexer.schedule();
  };
  const stop = store.changes.listen(tell);
  return () => {
    store.changes.flush();
    if (timer) clearTimeout(timer);
    stop();
  };
}
