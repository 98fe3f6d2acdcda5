import { useT } from '../../state/language.ts';
import { formatName } from './format-name.ts';

/** How a program loads an export in a format, from the folder that holds it: languages and lines are code, and the same in every language of the window. Left to themselves they would make numbers of pages (3 of 03), moments of days, and nothing of empty texts. */
const LINES: Readonly<Record<string, readonly (readonly [language: string, line: string])[]>> = {
  csv: [['Python', "pandas.read_csv('{folder}/csv/articles.csv', dtype=str, keep_default_na=False)"], ['R', "readr::read_csv('{folder}/csv/articles.csv', col_types = readr::cols(.default = 'c'))"]],
  huggingface: [['Python', "datasets.load_dataset('{folder}/huggingface', 'default')"]],
  jsonl: [['Python', "pandas.read_json('{folder}/jsonl/articles.jsonl', lines=True, dtype=False, convert_dates=False)"], ['R', "jsonlite::stream_in(file('{folder}/jsonl/articles.jsonl'))"]],
  tsv: [['Python', "pandas.read_csv('{folder}/tsv/articles.tsv', sep='\\t', dtype=str, keep_default_na=False)"], ['R', "readr::read_tsv('{folder}/tsv/articles.tsv', col_types = readr::cols(.default = 'c'))"]],
};

/** The lines of Python or R that load what was exported. */
export function LoadLines({ formats, name }: { readonly formats: readonly string[]; readonly name: string }) {
  const t = useT();
  const known = formats.filter((format) => LINES[format]);
  if (known.length === 0) return null;
  return (
    <div className="load-lines">
      <h4>{t('export.load')}</h4>
      <dl>
        {known.flatMap((format) => LINES[format]!.map(([language, line]) => (
          <div key={`${format} ${language}`}>
            <dt>{formatName(t, format)}{t('export.words.and')}{language}</dt>
            <dd><code className="selectable">{line.replace('{folder}', name)}</code></dd>
          </div>
        )))}
      </dl>
    </div>
  );
}
