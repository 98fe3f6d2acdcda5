import type { Article, Passage } from './issue.ts';
import { readPassage } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Role } from './role.ts';

/** An article as its readers know it. Texts are without blanks at their ends; `paragraphs` are body paragraphs and subheads in place. */
export type Fields = {
  readonly kicker: string;
  readonly headline: string;
  readonly subtitle: string;
  readonly byline: string;
  readonly paragraphs: readonly { readonly role: 'body' | 'subhead'; readonly text: string }[];
  readonly captions: readonly string[];
  readonly credits: readonly string[];
};

/** The run-in byline of a first paragraph: a dispatch line, with who wrote it in brackets. */
const RUN_IN = /^[^\s，。；！？]{0,12}?(?:讯|电|消息)?\s*[（(]\s*(?:本报|本台|本网)?\s*(?:首席|见习|实习|特约|全媒体)?(?:记者|通讯员)[\s:：]*(?<who>[^（()）]{1,60})[）)]/u;
const BETWEEN = /\s*(?:[、，,]|\s+)\s*(?=(?:本报)?(?:首席|见习|实习|特约|全媒体)?(?:记者|通讯员))|(?:首席|见习|实习|特约|全媒体)?(?:记者|通讯员)[\s:：]*/gu;

/** Who is named in the brackets of a run-in byline at the start of a paragraph, or an empty text. */
export function runInByline(paragraph: string): string {
  const who = RUN_IN.exec(paragraph.slice(0, 120))?.groups?.['who'] ?? '';
  return who.replace(BETWEEN, ' ').replace(/\s+/gu, ' ').trim();
}

/** What a byline passage says, without the paper's own words around the names. */
function bylineName(text: string): string {
  return text.replace(/^[（(]|[）)]$/gu, '').replace(/^(?:本报|本台|本网)?\s*(?:首席|见习|实习|特约|全媒体)?(?:记者|通讯员)[\s:：]*/u, '').replace(/\s+/gu, ' ').trim();
}

/**
 * The fields of an article in one reading. The headline is its headline passages joined without a space; the byline is its byline
 * passages, else the run-in one of the first paragraph, which stays in the text.
 */
export const fieldsOf = (source: string, article: Article, reading: Reading): Fields => fieldsWith(article, (passage) => readPassage(source, passage, reading));

/** The same, of texts that are at hand: `text` gives what a passage reads as. */
export function fieldsWith(article: Pick<Article, 'passages'>, text: (passage: Passage) => string): Fields {
  const texts = (...roles: readonly Role[]) => article.passages.filter(({ role }) => roles.includes(role)).map(text).filter((each) => each !== '');
  const paragraphs = article.passages
    .flatMap((passage) => (passage.role === 'body' || passage.role === 'subhead' ? [{ role: passage.role, text: text(passage) }] : []))
    .filter((paragraph) => paragraph.text !== '');
  const first = paragraphs.find(({ role }) => role === 'body')?.text ?? '';
  const bylines = texts('byline').map(bylineName).filter((each) => each !== '');
  return {
    kicker: texts('kicker').join(' '),
    headline: texts('headline').join(''),
    subtitle: texts('subtitle').join(' '),
    byline: bylines.length ? bylines.join(' ') : runInByline(first),
    paragraphs,
    captions: texts('caption'),
    credits: texts('credit'),
  };
}
