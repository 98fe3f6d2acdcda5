import { assertNever } from '#util/assert-never.ts';
import type { ArticleRecord, PassageRecord } from '../record.ts';
import { attributes, value, xmlId } from './xml-text.ts';

/** A passage's text as the content of an element, '' where it has none. */
export type Inline = (passage: PassageRecord, article: ArticleRecord) => string;

/** How an article says where it goes on and comes from on other pages: by `next` and `prev`, or by what stands at its top and its end. */
export type Joint = { readonly next?: string | null; readonly prev?: string | null; readonly top?: string; readonly end?: string };

/** The `xml:id`s that say of an article what it is about and who checked it; see classification.ts. */
export type Analysed = (article: ArticleRecord) => readonly string[];

/**
 * An article as a `div`: its headline group and a byline at its top, paragraphs, a `div` for what stands under each subhead, captions and credits as notes
 * where they stand, bylines at its end. What TEI has no place for where it stands is a paragraph that says what it is (`rend`). Nothing changes its place.
 */
export function articleDiv(article: ArticleRecord, inline: Inline, analysed: Analysed, { next = null, prev = null, top = '', end = '' }: Joint): string {
  const passages = article.passages.flatMap((passage) => {
    const text = inline(passage, article);
    return text === '' ? [] : [{ role: passage.role, text }];
  });
  const lastText = passages.findLastIndex(({ role }) => role !== 'byline' && role !== 'caption' && role !== 'credit');
  let out = '';
  let place: 'top' | 'text' | 'end' = 'top';
  let isSection = false;
  const paragraph = (text: string, rend: string | null) => {
    place = 'text';
    out += `<p${attributes({ rend })}>${text}</p>\n`;
  };
  passages.forEach(({ role, text }, at) => {
    switch (role) {
      case 'kicker':
      case 'headline':
      case 'subtitle':
        if (place === 'top') out += `<head type="${HEADS[role]}">${text}</head>\n`;
        else paragraph(text, role);
        return;
      case 'byline':
        if (place === 'top' && at < lastText) out += `<byline>${text}</byline>\n`;
        else if (at > lastText) {
          if (isSection) out += '</div>\n';
          isSection = false;
          place = 'end';
          out += `<byline>${text}</byline>\n`;
        } else paragraph(text, role);
        return;
      case 'subhead':
        out += `${isSection ? '</div>\n' : ''}<div type="section">\n<head type="subhead">${text}</head>\n`;
        isSection = true;
        place = 'text';
        return;
      case 'body':
        return paragraph(text, null);
      case 'caption':
      case 'credit':
        out += `<note type="${role}">${text}</note>\n`;
        return;
      default:
        assertNever(role);
    }
  });
  const ana = analysed(article).map((id) => `#${id}`).join(' ');
  return `<div${attributes({ type: 'article', 'xml:id': value(xmlId(article.articleId)), n: article.position, next, prev, ana })}>\n${top}${out}${isSection ? '</div>\n' : ''}${end}</div>\n`;
}

const HEADS = { kicker: 'kicker', headline: 'main', subtitle: 'sub' } as const;
