import type { Filter } from '#contract/schemas/library.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';

/** A filter as one reads it aloud: “approved articles from 2023 to 2025, topic health and below”. `label` gives a topic its name. */
export function filterWords(t: Translate, label: (topic: TopicRef) => string, filter: Filter): string {
  const { text, columns = {}, status, topics, exactTopics, untagged, otherwise, gone, folder } = filter;
  if (Object.keys(filter).length === 0) return t('export.words.all');
  const either = (names: readonly string[]) => names.join(t('export.words.or'));
  const articles = status ? t('export.words.status', { status: either(status.map((one) => t(`export.words.status.${one}`))) }) : t('export.words.articles');
  const asked = [
    topics && t(exactTopics ? 'export.words.topics-alone' : 'export.words.topics', { topics: either(topics.map(label)) }),
    untagged && t('export.words.untagged'),
    folder && t('export.words.folder', { folder }),
    text && t('export.words.text', { text }),
    ...Object.entries(columns).map(([column, value]) => {
      const key = `library.column.${column}`;
      return t('export.words.column', { column: isStringKey(key) ? t(key) : column, value: value ?? '' });
    }),
    otherwise && t('library.otherwise'),
    gone && t('library.gone'),
  ].filter(Boolean);
  return [articles + timeWords(t, filter), ...asked].join(t('export.words.and'));
}

function timeWords(t: Translate, { dateFrom, dateTo }: Filter): string {
  if (dateFrom && dateFrom === dateTo) return t('export.words.of', { date: dateFrom });
  if (dateFrom && dateTo) return t('export.words.between', { from: dateFrom, to: dateTo });
  if (dateFrom) return t('export.words.since', { from: dateFrom });
  return dateTo ? t('export.words.until', { to: dateTo }) : '';
}
