import type { Exporter } from './exporter.ts';
import { jsonl } from './formats/jsonl.ts';
import { teiDocumentary } from './formats/tei-documentary.ts';
import { teiPressmint } from './formats/tei-pressmint.ts';
import { text } from './formats/text.ts';
import { textPages } from './formats/text-pages.ts';

/** Every export format, sorted by id. */
export const EXPORTERS: readonly Exporter[] = [jsonl, teiDocumentary, teiPressmint, text, textPages];

/** The format of an id, or null. */
export function exporterOf(id: string): Exporter | null {
  return EXPORTERS.find((exporter) => exporter.id === id) ?? null;
}
