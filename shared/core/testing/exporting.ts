import { invariant } from '#util/invariant.ts';
import { SHARD_BYTES } from '../export/exporter.ts';
import type { ExportContext, Exporter } from '../export/exporter.ts';
import { PageNames } from '../export/page-names.ts';
import { pageRecord } from '../export/page-record.ts';
import type { PageFacts, RecordOptions } from '../export/page-record.ts';
import type { PageRecord } from '../export/record.ts';
import type { Issue } from '../model/issue.ts';

/** A page as it is exported, of an invented newspaper. Throws where its ledger does not hold. */
export function exportedPage(issue: Issue, more: Partial<PageFacts> = {}, options: Partial<RecordOptions> = {}): PageRecord {
  const sourceFile = more.sourceFile ?? '2024-05/清河晚报_20240518_03.txt';
  const facts = { newspaper: '清河晚报', edition: '', date: '2024-05-18', page: '3', sourceSha256: 'ab'.repeat(32), encoding: 'utf-8', splitter: 'test-1' };
  const made = pageRecord(
    issue,
    { ...facts, sourceFile, name: new PageNames().next(sourceFile), ...more },
    { wanted: () => true, withAside: true, history: [], publicId: (id) => `qh-${id}`, labels: () => ({ en: 'society', zh: '社会' }), ...options },
  );
  invariant(made.ok, 'the ledger of a test page holds');
  return made.value;
}

/** The files an exporter makes of some pages, as bytes. Throws where a file is added to after it was closed, or not closed in the end where it says it is. */
export function exportedFiles(exporter: Exporter, pages: readonly PageRecord[], more: Partial<ExportContext> = {}): ReadonlyMap<string, Uint8Array> {
  const context = { reading: 'emended', bom: false, licence: '', withText: true, version: '0.0.0', splitters: ['test-1'], shardBytes: SHARD_BYTES, ...more } as const;
  const files = new Map<string, Uint8Array[]>();
  const closed = new Set<string>();
  const session = exporter.begin(context);
  const take = (chunks: ReturnType<typeof session.page>) => {
    for (const chunk of chunks) {
      invariant(!closed.has(chunk.path), `${chunk.path} is added to before it is closed`);
      files.set(chunk.path, [...(files.get(chunk.path) ?? []), 'text' in chunk ? new TextEncoder().encode(chunk.text) : chunk.bytes.slice()]);
      if (chunk.closes) closed.add(chunk.path);
    }
  };
  take(session.start?.() ?? []);
  for (const page of pages) take(session.page(page));
  take(session.end?.() ?? []);
  return new Map([...files].map(([path, parts]) => [path, joined(parts)]));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The same, as text. */
export function exportedTexts(...given: Parameters<typeof exportedFiles>): Readonly<Record<string, string>> {
  return Object.fromEntries([...exportedFiles(...given)].map(([path, bytes]) => [path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)]));
}
