import type { ExportContext, ExportSession, Exporter, PagePart } from './exporter.ts';

/** A format in which no page has to do with another. `around`: what stands before and behind all of them. */
export function byPage(id: string, part: PagePart, around: (context: ExportContext) => Pick<ExportSession, 'start' | 'end'> = () => ({})): Exporter {
  return { id, part, begin: (context) => ({ ...around(context), page: (page) => part(page, context) }) };
}
