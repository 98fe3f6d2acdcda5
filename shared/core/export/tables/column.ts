/** What a column holds. There are no nulls but in doubles: what is not known is an empty text or list. */
export type ColumnType =
  | 'string'
  | 'int32'
  | 'double' // or null
  | { readonly list: 'string' }
  | { readonly listOf: readonly { readonly name: string; readonly type: 'string' | 'int32' }[] };

export type Column = { readonly name: string; readonly type: ColumnType };

/** A row, with a value for every column, in their order. */
export type Row = Readonly<Record<string, unknown>>;

const text = (...names: readonly string[]): readonly Column[] => names.map((name) => ({ name, type: 'string' }));
const whole = (...names: readonly string[]): readonly Column[] => names.map((name) => ({ name, type: 'int32' }));
const texts = (...names: readonly string[]) => names.map((name) => ({ name, type: 'string' as const }));
const wholes = (...names: readonly string[]) => names.map((name) => ({ name, type: 'int32' as const }));

const PAGE = text('article_id', 'newspaper_name', 'edition', 'date', 'page');

/** One row an article. The columns begin as the large newspaper sets have them. */
export const ARTICLES: readonly Column[] = [
  ...PAGE,
  ...text('headline', 'byline', 'article', 'kicker', 'subtitle'),
  { name: 'paragraphs', type: { listOf: texts('role', 'text') } },
  { name: 'captions', type: { list: 'string' } },
  { name: 'credits', type: { list: 'string' } },
  { name: 'topics', type: { listOf: texts('scheme', 'id', 'label_en', 'label_zh') } },
  ...whole('position'),
  ...text('continues_in', 'continued_from', 'status', 'checked_by'),
  { name: 'approvals', type: { listOf: texts('who', 'when') } },
  ...whole('corrections'),
  ...text('source_file', 'source_sha256'),
];

/** One row a change of the text or a marked loss. All offsets are code points. `article_id` is empty where it stands aside of all articles. */
export const CORRECTIONS: readonly Column[] = [
  ...PAGE,
  ...whole('correction'), // its place in the article, from 0
  ...text('kind', 'before', 'after', 'context_before', 'context_after'),
  ...whole('passage'), // its place in the article, from 0
  ...text('role'),
  ...whole('start', 'end', 'source_start', 'source_end'), // of the passage as emended; of the source
  ...text('reason', 'reason_data', 'agent', 'who', 'when', 'act'), // reason_data: JSON
  { name: 'probability', type: 'double' },
  ...text('source_file'),
];

/** One row a passage of an article, in both readings, and one a passage that stands aside (`article_id` empty). Offsets are code points of the source. */
export const PASSAGES: readonly Column[] = [
  ...PAGE,
  ...whole('passage'), // its place in the article, from 0; what stands aside is counted on its page
  ...text('role', 'text', 'text_printed'),
  { name: 'source_ranges', type: { listOf: wholes('start', 'end') } },
  ...whole('source_start', 'source_end'), // from the first to the last
  ...text('repeats'), // of a duplicate: the article_id of what it repeats
  ...text('agent', 'who', 'when'), // who set it aside; empty for those of articles
  ...text('source_file', 'source_sha256'),
];
