import { exporterOf } from '#core/export/registry.ts';
import { createTranslator, isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';
import type { ExportOptions } from './options.ts';

/** What says, to whoever opens the folder of an export, what is in it. */
export const README = 'README.md';

/** The formats that hold an article's words and nothing about it. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'text-pages']);

type Said = Pick<ExportOptions, 'formats' | 'version' | 'licence' | 'reading'> & { readonly withProject?: boolean };

/** Its text: in English and in Chinese, the same in every language of the program. `lost`: how many pages were left out as they cannot be read. */
export function readMe(options: Said, lost: number): string {
  const [en, zh] = [createTranslator('en'), createTranslator('zh-Hans')];
  return `# ${en('export.readme.title', { version: options.version })}\n\n${part(en, options, lost)}\n# ${zh('export.readme.title', { version: options.version })}\n\n${part(zh, options, lost)}`;
}

function part(t: Translate, { formats, licence, reading, withProject = false }: Said, lost: number): string {
  const said = (key: string, otherwise: string) => (isStringKey(key) ? t(key) : otherwise);
  const folders = formats.toSorted().filter((id) => exporterOf(id)).map((id) => `- \`${id}/\`: ${said(`export.format.${id}`, id)}. ${said(`export.format-text.${id}`, '')}`);
  return [
    t('export.readme.text'), '',
    ...folders,
    ...(withProject ? [`- \`stet/\`: ${t('export.readme.project')}`] : []),
    `- \`ledger.json\`: ${t('export.readme.ledger')}`,
    `- \`manifest.json\`: ${t('export.readme.manifest')}`, '',
    t(`export.readme.reading.${reading}`),
    ...(formats.some((id) => PLAIN.has(id)) ? [t('export.readme.plain')] : []),
    t('export.readme.licence', { licence: licence === '' ? t('export.readme.no-licence') : licence.replace(/[\\`*_[\]<>]/gu, '\\$&') }),
    ...(lost === 0 ? [] : [t('export.readme.lost', { count: lost })]),
    t('export.readme.verify'), '',
  ].join('\n');
}
