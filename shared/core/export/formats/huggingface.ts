import { utf8Bytes, utf8Text } from '#util/utf8.ts';
import type { Chunk, ExportSession, Exporter, PagePart } from '../exporter.ts';
import { ParquetShards } from '../parquet/parquet-shards.ts';
import { Shards } from '../shards.ts';
import { CONFIGS, datasetCard } from '../tables/dataset-card.ts';
import type { Row } from '../tables/column.ts';
import { articleRow, correctionRows, passageRows } from '../tables/rows.ts';
import { Statistics } from '../tables/statistics.ts';
import type { Counted } from '../tables/statistics.ts';

/** Where a part has what the card counts. Everything else in a part is the lines of a table, by its name. */
const COUNTED = 'counted';

const lines = (rows: readonly Row[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** The lines of a page for every table that has some, and what it adds to the card. */
const part: PagePart = (page, { reading }) => {
  const rows = { articles: page.articles.map((article) => articleRow(page, article, reading)), corrections: correctionRows(page), passages: passageRows(page) };
  const statistics = new Statistics();
  statistics.add(page, reading);
  return [...CONFIGS.flatMap(({ table }) => (rows[table].length === 0 ? [] : [{ path: table, text: lines(rows[table]) }])), { path: COUNTED, text: JSON.stringify(statistics.counted) }];
};

const textOf = (chunk: Chunk): string => ('text' in chunk ? chunk.text : utf8Text(chunk.bytes));
const bytesOf = (chunk: Chunk): Uint8Array => ('text' in chunk ? utf8Bytes(chunk.text) : chunk.bytes);

/** A folder that `datasets` and the hub load as it is: a card, and every table as Parquet and as JSON Lines, parted into files of a stated size. */
export const huggingface: Exporter = {
  id: 'huggingface',
  part,
  begin: (context): ExportSession => {
    const statistics = new Statistics();
    const tables = new Map(CONFIGS.map(({ table, columns }) => [table as string, {
      lines: new Shards(`jsonl/${table}`, 'jsonl', context.shardBytes),
      parquet: new ParquetShards(`parquet/${table}`, columns, context.shardBytes, context.version),
    }]));
    function* take(chunks: readonly Chunk[]): Iterable<Chunk> {
      for (const chunk of chunks) {
        const table = tables.get(chunk.path);
        if (!table) {
          statistics.sum(JSON.parse(textOf(chunk)) as Counted);
          continue;
        }
        yield* table.lines.addLines(bytesOf(chunk));
        for (const line of textOf(chunk).split('\n')) if (line !== '') yield* table.parquet.add(JSON.parse(line) as Row);
      }
    }
    return {
      page: (page) => take(part(page, context)),
      take,
      end: () => [...[...tables.values()].flatMap((table) => [...table.lines.end(), ...table.parquet.end()]), { path: 'README.md', text: datasetCard(context, statistics), closes: true }],
    };
  },
};
