import type { Exporter } from './exporter.ts';
import { jsonl } from './formats/jsonl.ts';
import { text } from './formats/text.ts';
import { textPages } from './formats/text-pages.ts';

/** Every export format, sorted by id. */
export const EXPORTERS: readonly Exporter[] = [jsonl, text, textPages];

/** The format of an id, or null. */
export function exporterOf(id: string): Exporter | null {
  return EXPORTERS.find((exporter) => exporter.id === id) ?? null;
}
