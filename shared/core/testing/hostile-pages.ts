import * as fc from 'fast-check';
import type { PageHistory } from '../export/attribution.ts';
import { PageNames } from '../export/page-names.ts';
import type { PageRecord } from '../export/record.ts';
import type { Issue } from '../model/issue.ts';
import { arbitraryIssue } from './arbitrary-issue.ts';
import { exportedPage } from './exporting.ts';

/** Characters of one unit that some format, reader or encoding has no place for, and text that looks like markup, a separator or a formula. */
const IN_SOURCE = ['\u0000', '\u0007', '\u001B', '\u007F', '\u0085', '\u2028', '\uD800', '\uDC00', '\uE000', '\u0378', '\uFFFE', '\uFFFF', '"', "'", ',', '\t', '\\', '|', '<', '&', '=', '+', '-', '@', '＝', '#', '>', '*', '_', '`', '[', '~', '$', ':'] as const;
/** What an edit may put there: no NUL and no half of a pair. */
const ADDED = IN_SOURCE.filter((character) => character !== '\u0000' && character.isWellFormed());
/** What a newspaper, an edition or a person may be called. */
const NAMES = ['清河晚报', '', '=1+1', '"晚", 报', "'@x", 'a\tb\nc', '<b>&amp;</b>', '𠮷', '- x: y', '\u0007'] as const;

type Put = { readonly at: number; readonly source: string; readonly added: string };

/** The same issue with some of its Chinese characters replaced by hostile ones of the same length. */
function hostile(issue: Issue, puts: readonly Put[]): Issue {
  const replaced = (text: string, which: 'source' | 'added') => {
    const units = text.split('');
    for (const put of puts) if (units.length > 0 && /\p{Script=Han}/u.test(units[put.at % units.length]!)) units[put.at % units.length] = put[which];
    return units.join('');
  };
  const passages = <T extends Issue['aside'][number]>(all: readonly T[]) => all.map((passage) => ({ ...passage, pieces: passage.pieces.map((piece) => (piece.kind === 'added' ? { ...piece, text: replaced(piece.text, 'added') } : piece)) }));
  return { source: replaced(issue.source, 'source'), articles: issue.articles.map((article) => ({ ...article, passages: passages(article.passages) })), aside: passages(issue.aside) };
}

const page = fc.record({
  issue: arbitraryIssue,
  puts: fc.array(fc.record({ at: fc.nat(), source: fc.constantFrom(...IN_SOURCE), added: fc.constantFrom(...ADDED) }), { maxLength: 8 }),
  newspaper: fc.constantFrom(...NAMES), edition: fc.constantFrom(...NAMES), who: fc.constantFrom(...NAMES), label: fc.constantFrom(...NAMES),
  date: fc.constantFrom('', '2024', '2024-05', '2024-05-18'), page: fc.constantFrom('', '03', 'A1', '=1'),
  sourceFile: fc.constantFrom('2024-05/甲_01.txt', '2024-05/甲_01.text', '甲, "乙".txt', 'x', 'x.txt/y', '\uE000.txt', 'con.txt'),
});

/** Pages as a hostile project has them, in the order of their files: what scanners, editors and file systems put into texts and names at their worst. Every article has an id of its own. */
export const hostilePages: fc.Arbitrary<readonly PageRecord[]> = fc.uniqueArray(page, { maxLength: 3, selector: ({ sourceFile }) => sourceFile }).map((pages) => {
  const names = new PageNames();
  return pages.toSorted((a, b) => (a.sourceFile < b.sourceFile ? -1 : 1)).map(({ issue, puts, newspaper, edition, who, label, date, page: number, sourceFile }, at) => {
    const by = { kind: 'person', who, when: '2024-06-01T08:00:00.000Z', act: 'status' } as const;
    const history: PageHistory = issue.articles.map(({ id }) => ({ by, edits: [{ edit: { kind: 'setStatus', article: id, status: 'approved' }, anchors: { passages: {}, articles: {} } }] }));
    return exportedPage(
      hostile(issue, puts), { sourceFile, name: names.next(sourceFile), newspaper, edition, date, page: number },
      { history, publicId: (id) => `页${at}-${id}`, labels: () => ({ en: label, zh: label }), linked: (id, side) => ((side === 'next') === (at % 2 === 0) ? { articleId: `页${at + 1}-${id}`, leaves: at === 0, name: '上/页 "2"' } : null) },
    );
  });
});
