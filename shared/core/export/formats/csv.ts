import { sheets } from '../tables/sheet.ts';

/** CSV as RFC 4180 has it: commas, lines that end in CR LF. */
export const csv = sheets('csv', { ending: 'csv', separator: ',', lineEnd: '\r\n' });
