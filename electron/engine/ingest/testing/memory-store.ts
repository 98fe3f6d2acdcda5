import type { FileStore, FileReport, KnownFile } from '../../project/file-store.ts';

type Row = KnownFile & { readonly source: string | null; readonly candidates: readonly string[] };

/** The tests' own instrument: keeps what is reported in memory, by the words of the interface, and remembers every transaction. A path nothing was read from is forgotten when it goes. */
export function memoryStore(): FileStore & {
  readonly rows: ReadonlyMap<string, Row>;
  readonly transactions: (readonly FileReport[])[];
  /** `path state` or `path state:problem`, sorted. */
  summary(): readonly string[];
  /** Resolves when what is known is so. */
  reaches(condition: () => boolean): Promise<void>;
  /** The kinds of the reports that named this path, in order. */
  reportsOf(path: string): readonly FileReport['kind'][];
} {
  const rows = new Map<string, Row>();
  const transactions: (readonly FileReport[])[] = [];
  let recorded: () => void = () => undefined;
  const empty = (path: string): Row => ({
    file: 0, path, state: 'waiting', problem: null, size: 0, modified: 0, hash: null, issue: null,
    encodingByPerson: null, source: null, candidates: [],
  });
  const changed = (row: Row, report: FileReport): Row => {
    const problem = null;
    switch (report.kind) {
      case 'read': {
        const { hash, encoding, encodingOrigin, encodingCandidates, source } = report.page;
        const encodingByPerson = encodingOrigin === 'person' ? encoding : null;
        const { size, modified } = report;
        return { ...row, state: 'read', problem, size, modified, hash, encodingByPerson, source, candidates: encodingCandidates };
      }
      case 'problem':
        return { ...row, state: 'problem', problem: report.problem, size: report.size, modified: report.modified };
      case 'waiting':
        return { ...row, state: 'waiting', problem, size: report.size, modified: report.modified };
      case 'touched':
        return { ...row, state: 'read', problem, size: report.size, modified: report.modified };
      case 'missing':
        return { ...row, state: 'missing', problem };
    }
  };
  return {
    rows,
    transactions,
    known: () => [...rows.values()],
    find: (path) => rows.get(path) ?? null,
    record: (reports) => {
      transactions.push(reports);
      const inOrder = reports.toSorted((a, b) => Number(b.kind === 'missing') - Number(a.kind === 'missing'));
      for (const report of inOrder) {
        const row = rows.get(report.path) ?? empty(report.path);
        if (report.kind === 'missing' && row.hash === null) rows.delete(report.path);
        else rows.set(report.path, changed(row, report));
      }
      recorded();
    },
    reaches: (condition) =>
      new Promise<void>((resolve) => {
        recorded = () => {
          if (condition()) resolve();
        };
        recorded();
      }),
    summary: () => [...rows.values()].map(({ path, state, problem }) => `${path} ${problem ? `${state}:${problem}` : state}`).toSorted(),
    reportsOf: (path) => transactions.flat().filter((report) => report.path === path).map((report) => report.kind),
  };
}
