import { sheets } from '../tables/sheet.ts';

/** Tables with tabs between their cells, quoted as in CSV where a cell holds one; lines end in LF. */
export const tsv = sheets('tsv', { ending: 'tsv', separator: '\t', lineEnd: '\n' });
