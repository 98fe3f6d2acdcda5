import type { Chunk, Exporter } from '../exporter.ts';
import { ParquetShards } from '../parquet/parquet-shards.ts';
import { Shards } from '../shards.ts';
import { CONFIGS, datasetCard } from '../tables/dataset-card.ts';
import type { Row } from '../tables/column.ts';
import { articleRow, correctionRows, passageRows } from '../tables/rows.ts';
import { Statistics } from '../tables/statistics.ts';

/** A folder that `datasets` and the hub load as it is: a card, and every table as Parquet and as JSON Lines, parted into files of a stated size. */
export const huggingface: Exporter = {
  id: 'huggingface',
  begin: (context) => {
    const statistics = new Statistics();
    const tables = CONFIGS.map(({ table, columns }) => ({
      table,
      lines: new Shards(`jsonl/${table}`, 'jsonl', context.shardBytes),
      parquet: new ParquetShards(`parquet/${table}`, columns, context.shardBytes, context.version),
    }));
    return {
      page: (page) => {
        statistics.add(page, context.reading);
        const rows = { articles: page.articles.map((article) => articleRow(page, article, context.reading)), corrections: correctionRows(page), passages: passageRows(page) };
        return tables.flatMap(({ table, lines, parquet }) => rows[table].flatMap((row: Row): readonly Chunk[] => [lines.add(`${JSON.stringify(row)}\n`), ...parquet.add(row)]));
      },
      end: () => [...tables.flatMap(({ lines, parquet }) => [...lines.end(), ...parquet.end()]), { path: 'README.md', text: datasetCard(context, statistics), closes: true }],
    };
  },
};
