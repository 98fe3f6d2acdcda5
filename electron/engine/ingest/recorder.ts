import type { FileReport, FileStore } from '../project/file-store.ts';
import type { Gone } from './plan.ts';

/** So many reports are one transaction. */
const BATCH = 500;

const isMissing = ({ path }: Gone): FileReport => ({ kind: 'missing', path });

/**
 * Hands reports to the project. A missing file goes into the same transaction as the file that turned up with its bytes, so that a rename is
 * seen as one; the missing that nothing answers to go last.
 */
export function startRecorder(store: FileStore, missing: readonly Gone[]) {
  const waiting = new Set(missing);
  const byHash = new Map<string, Gone[]>();
  for (const gone of missing) if (gone.hash !== null) byHash.set(gone.hash, [...(byHash.get(gone.hash) ?? []), gone]);

  const answeredBy = (reports: readonly FileReport[]): readonly FileReport[] =>
    reports.flatMap((report) => {
      const answered = report.kind === 'read' ? (byHash.get(report.page.hash) ?? []) : [];
      return answered.filter((gone) => waiting.delete(gone)).map(isMissing);
    });

  const record = (reports: readonly FileReport[]) => {
    for (let at = 0; at < reports.length; at += BATCH) store.record(reports.slice(at, at + BATCH));
  };

  return {
    /** One transaction, unless there are very many. */
    record: (reports: readonly FileReport[]) => record([...answeredBy(reports), ...reports]),
    finish: () => record([...waiting].map(isMissing)),
  };
}
