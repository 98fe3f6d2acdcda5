import type { ExportContext } from '../exporter.ts';
import { yaml } from '../yaml.ts';
import type { Yaml } from '../yaml.ts';
import { ARTICLES, CORRECTIONS, PASSAGES } from './column.ts';
import { ARTICLE_WORDS, CORRECTION_WORDS, PASSAGE_WORDS, columnTable } from './column-words.ts';
import type { Column } from './column.ts';
import type { Statistics } from './statistics.ts';

const DTYPES = { string: 'string', int32: 'int32', double: 'float64' } as const;

function feature({ name, type }: Column): Yaml {
  if (typeof type === 'string') return { name, dtype: DTYPES[type] };
  if ('list' in type) return { name, sequence: DTYPES[type.list] };
  return { name, list: type.listOf.map((field) => ({ name: field.name, dtype: DTYPES[field.type] })) };
}

/** The bounds of sizes that the hub knows. */
const SIZES = [[1e3, 'n<1K'], [1e4, '1K<n<10K'], [1e5, '10K<n<100K'], [1e6, '100K<n<1M'], [1e7, '1M<n<10M'], [1e8, '10M<n<100M'], [1e9, '100M<n<1B']] as const;

/** The configurations of the dataset and the tables they are. */
export const CONFIGS = [
  { config: 'default', table: 'articles', columns: ARTICLES },
  { config: 'corrections', table: 'corrections', columns: CORRECTIONS },
  { config: 'passages', table: 'passages', columns: PASSAGES },
] as const;

const WORDS = { articles: ARTICLE_WORDS, corrections: CORRECTION_WORDS, passages: PASSAGE_WORDS } as const;

/** The dataset card: YAML that the hub reads, and what people are told. */
export function datasetCard({ licence, reading, version, splitters, leftOut = 0 }: ExportContext, counts: Statistics): string {
  const rows = { default: counts.articles, corrections: counts.corrections, passages: counts.passages };
  const { newspapers, years, statuses, kinds, agents, topics } = counts.by;
  const names = Object.keys(newspapers).filter((name) => name !== '');
  const title = names.length > 0 && names.length <= 3 ? names.join(', ') : 'Newspaper articles';
  const head = yaml({
    pretty_name: title,
    language: ['zh'],
    license: licence === '' ? 'unknown' : licence,
    size_categories: [SIZES.find(([most]) => counts.articles < most)?.[1] ?? 'n>1T'],
    tags: ['newspapers', 'ocr'],
    configs: CONFIGS.map(({ config, table }) => ({ config_name: config, ...(config === 'default' && { default: true }), data_files: [{ split: 'train', path: `parquet/${table}-*.parquet` }] })),
    dataset_info: CONFIGS.map(({ config, columns }) => ({ config_name: config, features: columns.map(feature), splits: [{ name: 'train', num_examples: rows[config] }] })),
  });
  const [first, last] = counts.days;
  const table = (heading: string, of: Readonly<Record<string, number>>) => (Object.keys(of).length === 0 ? [] : [
    '', `| ${heading} | |`, '| --- | ---: |', ...Object.entries(of).map(([name, count]) => `| ${name === '' ? 'not known' : cell(name)} | ${count} |`),
  ]);
  return `---\n${head}---\n\n${[
    `# ${inline(title)}`, '',
    `Articles of newspaper pages, out of text read by OCR, corrected and checked in Stet ${version}. Texts of articles are ${reading === 'emended' ? 'as emended' : 'as printed'}; the passages have both readings.`, '',
    '| Holds | |', '| --- | ---: |',
    `| Articles | ${counts.articles} |`, `| Pages | ${counts.pages} |`, `| Characters of their paragraphs | ${counts.characters} |`, `| Passages | ${counts.passages} |`,
    `| Corrections and marked losses | ${counts.corrections} |`, `| Losses still open | ${counts.gaps} |`, ...(leftOut === 0 ? [] : [`| Pages left out | ${leftOut} |`]), ...(first === '' ? [] : [`| First day | ${first} |`, `| Last day | ${last} |`]),
    ...table('Articles by newspaper', newspapers), ...table('Articles by year', years), ...table('Articles by status', statuses),
    ...table('Articles by topic', topics), ...table('Corrections by kind', kinds), ...table('Corrections by who made them', agents), '',
    '## What was checked', '',
    'An article whose `checked_by` is `person` was approved by one; `approvals` say by whom and when. All others are as the machine left them, but for single corrections: each of those names who made it.', '',
    ...(leftOut === 0 ? [] : ['## What is missing', '', `${leftOut === 1 ? 'One page' : `${leftOut} pages`} could not be read any more when this was exported, and nothing of ${leftOut === 1 ? 'it' : 'them'} is here. \`ledger.json\` and \`manifest.json\` beside this folder name the files.`, '']),
    '## Configurations', '',
    '- `default`: a row an article.', '- `corrections`: a row a change of the text or a marked loss, with what stood, what stands, the characters around it, who made it, when and why. Offsets are code points.',
    '- `passages`: a row a passage, as emended and as printed, with its place in the source; what stands aside of all articles has no `article_id`.', '',
    'The same rows are in `jsonl/` as JSON Lines. What is not known is an empty text or list; only `probability` can be null.', '',
    '## Columns', ...CONFIGS.flatMap(({ config, table: name, columns }) => ['', `### ${config}`, '', ...columnTable(columns.map((column) => column.name), WORDS[name])]), '',
    '## Loading', '', '```python', 'from datasets import load_dataset', 'articles = load_dataset("path/to/this/folder", split="train")', 'corrections = load_dataset("path/to/this/folder", "corrections", split="train")', '```', '',
    '```r', 'articles <- arrow::open_dataset(Sys.glob("path/to/this/folder/parquet/articles-*.parquet"))', '```', '',
    `Split by ${splitters.map((each) => `\`${inline(each)}\``).join(', ') || 'no machine'}. Sources are named by \`source_file\` and the SHA-256 of their bytes; \`ledger.json\` beside this folder accounts for every character of them.`,
  ].join('\n')}\n`;
}

const inline = (text: string): string => text.replace(/[\\`*_[\]<>]/gu, '\\$&').replace(/\s+/gu, ' ');
const cell = (text: string): string => inline(text).replaceAll('|', '\\|');
