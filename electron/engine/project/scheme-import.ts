import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppError } from '#contract/app-error.ts';
import type { ImportReport } from '#contract/schemas/project.ts';
import { planImport, tidyText } from '#core/topics/exchange.ts';
import type { ImportPlan, ReadScheme, TopicEntry } from '#core/topics/exchange.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { errorCode } from '../ingest/file-errors.ts';
import { readScheme } from '../topics/scheme-file.ts';
import { decide } from './decide.ts';
import { PROJECT } from './journal.ts';
import type { Store } from './store.ts';
import { OWN, listSchemes, ownScheme } from './topics.ts';

const MOST_BYTES = 32 * 1024 * 1024;
const LAST = Number.MAX_SAFE_INTEGER;
const MOST_REFUSED = 100;
const MOST_SAMPLES = 20;

/** Says what taking a file into a scheme (null: a new one) would do. */
export async function tryImport(store: Store, path: string, scheme: string | null, retireMissing: boolean): Promise<Result<ImportReport, AppError>> {
  if (scheme !== null && !ownScheme(store.db, scheme)) return fail({ code: 'bad-request', where: 'topics.tryImport.scheme' });
  const read = await load(path);
  return read.ok ? ok(reportOf(planFor(store.db, read.value, scheme, retireMissing), read.value)) : read;
}

/** Takes a file into a scheme, as one entry: all of it but what is refused. A new scheme has the title that is given. */
export async function importScheme(store: Store, once: string, path: string, scheme: string | null, retireMissing: boolean, title: { readonly en: string; readonly zh: string }): Promise<Result<ImportReport, AppError>> {
  if (scheme !== null && !ownScheme(store.db, scheme)) return fail({ code: 'bad-request', where: 'topics.importFile.scheme' });
  if (scheme === null && title.en === '' && title.zh === '') return fail({ code: 'bad-request', where: 'topics.importFile.title' });
  const read = await load(path);
  if (!read.ok) return read;
  return decide(store, { once, label: 'import-topics' }, true, (deciding) => {
    const plan = planFor(deciding.tx.db, read.value, scheme, retireMissing);
    const changes = [...plan.added, ...plan.changed, ...plan.retired];
    const into = scheme ?? `${OWN}:${randomUUID()}`;
    if (scheme === null && changes.length > 0) deciding.set(PROJECT, { kind: 'scheme', id: into, before: null, after: { ...title, retired: false } });
    for (const { id, broader, notation, labels, definition, retired } of changes) {
      deciding.set(PROJECT, {
        kind: 'topic', scheme: into, id, before: null,
        after: { en: labels.en, zh: labels['zh-Hans'], retired, broader, notation, noteEn: definition.en, noteZh: definition['zh-Hans'] },
      });
    }
    return ok(reportOf(plan, read.value));
  });
}

async function load(path: string): Promise<Result<ReadScheme, AppError>> {
  const file = basename(path);
  try {
    if ((await stat(path)).size > MOST_BYTES) return fail({ code: 'scheme-file-size', file });
    const read = readScheme(path, await readFile(path));
    if (!read.ok) {
      const { what, line } = read.error;
      return fail(what === 'syntax' ? { code: 'scheme-file-syntax', file, line: line ?? 1 } : { code: `scheme-file-${what}`, file });
    }
    return read.value.entries.length > 0 ? read : fail({ code: 'scheme-file-empty', file });
  } catch (error) {
    const foreseen = readTrouble(error, path);
    if (foreseen === null) throw error;
    return fail(foreseen);
  }
}

/** What a failed reading of a file the user has chosen means; null where nobody foresaw it. */
export function readTrouble(error: unknown, path: string): AppError | null {
  const file = basename(path);
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return { code: 'scheme-file-gone', file };
    case 'EACCES':
    case 'EPERM':
      return { code: 'no-permission', path };
    case 'EBUSY':
    case 'EAGAIN':
    case 'EIO':
    case 'EMFILE':
    case 'ENFILE':
    case 'ELOOP':
    case 'ETIMEDOUT':
      return { code: 'scheme-file-unreadable', file };
    default:
      return null;
  }
}

function planFor(db: Database, read: ReadScheme, scheme: string | null, retireMissing: boolean): ImportPlan {
  const existing: readonly TopicEntry[] = listSchemes(db).find(({ id }) => id === scheme)?.topics.map(({ scheme: _, ...topic }) => topic) ?? [];
  return planImport(existing, read.entries, retireMissing);
}

function reportOf({ added, changed, retired, same, refused }: ImportPlan, { title }: ReadScheme): ImportReport {
  const sample = (what: 'added' | 'changed' | 'retired', entries: readonly TopicEntry[]) => entries.slice(0, MOST_SAMPLES).map(({ id, labels }) => ({ what, id, labels }));
  return {
    added: added.length, changed: changed.length, retired: retired.length, same, refused: refused.length,
    firstRefused: refused.toSorted((a, b) => (a.line ?? LAST) - (b.line ?? LAST)).slice(0, MOST_REFUSED).map((each) => ({ ...each })),
    sample: [...sample('added', added), ...sample('changed', changed), ...sample('retired', retired)],
    title: { en: tidyText(title.en), 'zh-Hans': tidyText(title['zh-Hans']) },
  };
}
