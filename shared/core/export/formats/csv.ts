import type { Exporter } from '../exporter.ts';
import { sheets } from '../tables/sheet.ts';

/** CSV as RFC 4180 has it: commas, lines that end in CR LF. */
export const csv: Exporter = { id: 'csv', begin: (context) => sheets({ ending: 'csv', separator: ',', lineEnd: '\r\n' }, context) };
