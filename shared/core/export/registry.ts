import type { Exporter } from './exporter.ts';
import { annotations } from './formats/annotations.ts';
import { csv } from './formats/csv.ts';
import { huggingface } from './formats/huggingface.ts';
import { jsonl } from './formats/jsonl.ts';
import { markdown } from './formats/markdown.ts';
import { teiDocumentary } from './formats/tei-documentary.ts';
import { teiPressmint } from './formats/tei-pressmint.ts';
import { text } from './formats/text.ts';
import { textPages } from './formats/text-pages.ts';
import { tsv } from './formats/tsv.ts';

/** Every export format, sorted by id. */
export const EXPORTERS: readonly Exporter[] = [annotations, csv, huggingface, jsonl, markdown, teiDocumentary, teiPressmint, text, textPages, tsv];

/** The format of an id, or null. */
export function exporterOf(id: string): Exporter | null {
  return EXPORTERS.find((exporter) => exporter.id === id) ?? null;
}
