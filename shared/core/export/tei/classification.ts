import type { ArticleRecord, PageRecord } from '../record.ts';
import type { Analysed } from './article-div.ts';
import { attributes, content, pictured, value } from './xml-text.ts';

/** The topics of a page's articles, and who checked them, as a `taxonomy`; `analysed` names of each article the categories it is in. */
export type Classification = { readonly xml: string; readonly analysed: Analysed };

const CHECKED = {
  person: ['approved by a person', '经人核定'],
  machine: ['as the machine left it, checked by no person', '机器处理，未经人核定'],
} as const;

/** `page`: the `xml:id` of its text, with which those of the categories begin. Topics stand in the order in which they first occur. */
export function classify({ articles }: PageRecord, page: string): Classification {
  const topics = new Map<string, { readonly id: string; readonly topic: ArticleRecord['topics'][number] }>();
  for (const topic of articles.flatMap((article) => article.topics)) {
    const key = JSON.stringify([topic.scheme, topic.id]);
    if (!topics.has(key)) topics.set(key, { id: `${page}.topic${topics.size + 1}`, topic });
  }
  const desc = (lang: string, text: string) => (text === '' ? '' : `<catDesc xml:lang="${lang}">${content(text, pictured)}</catDesc>`);
  const categories = [
    ...[...topics.values()].map(({ id, topic }) => ({ id, n: `${topic.scheme} ${topic.id}`, en: topic.labelEn, zh: topic.labelZh })),
    ...(['person', 'machine'] as const).map((by) => ({ id: `${page}.checked-${by}`, n: null, en: CHECKED[by][0], zh: CHECKED[by][1] })),
  ].map(({ id, n, en, zh }) => `<category${attributes({ 'xml:id': id, n: n === null ? null : value(n) })}>${desc('en', en)}${desc('zh', zh)}</category>\n`);
  return {
    xml: `<classDecl>\n<taxonomy xml:id="${page}.categories">\n<desc xml:lang="en">Topics of the articles (n: scheme and id), and who checked them</desc>\n${categories.join('')}</taxonomy>\n</classDecl>\n`,
    analysed: (article) => [...article.topics.map(({ scheme, id }) => topics.get(JSON.stringify([scheme, id]))!.id), `${page}.checked-${article.checkedBy}`],
  };
}
