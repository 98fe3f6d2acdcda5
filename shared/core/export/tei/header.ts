import type { ExportContext } from '../exporter.ts';
import type { PageRecord } from '../record.ts';
import { attributes, content, pictured, token, value } from './xml-text.ts';

export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const text = (said: string) => content(said, pictured);

/** A date as TEI takes one: YYYY, YYYY-MM or YYYY-MM-DD; null for what is none. */
export function dateOf(date: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(date) ?? [];
  if (year === undefined || year === '0000') return null;
  if (month !== undefined && !(Number(month) in DAYS)) return null;
  return day === undefined || (Number(day) > 0 && Number(day) <= daysIn(Number(year), Number(month))) ? date : null;
}

const DAYS: Readonly<Record<number, number>> = { 1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31 };

const daysIn = (year: number, month: number): number => DAYS[month]! + (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0);

/** What a page is called, in a sentence: newspaper, edition, date, page; else its file. */
export function titleOf({ newspaper, edition, date, page, sourceFile }: PageRecord): string {
  const known = [newspaper, edition, date, page].filter((part) => part !== '');
  return known.length > 0 ? known.join(' ') : sourceFile;
}

/** Who publishes, and on what terms. Stet knows of neither but what its user states. */
export function publication({ licence, version }: ExportContext): string {
  const link = /^https?:\/\/\S+$/u.test(licence) ? value(encodeURI(decoded(licence))) : null;
  const terms = licence === '' ? '<availability status="unknown"><p>No licence is stated.</p></availability>' : `<availability><licence${attributes({ target: link })}>${text(licence)}</licence></availability>`;
  return `<publicationStmt>\n<publisher>Not published; exported by Stet ${value(version)}</publisher>\n${terms}\n</publicationStmt>\n`;
}

/** Addresses may hold characters that are escaped already. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The page as it was printed, and the file it was read from. */
export function source({ newspaper, edition, date, page, sourceFile, sourceSha256 }: PageRecord): string {
  const when = dateOf(date);
  const scope = (unit: string, said: string) => (said === '' ? '' : `<biblScope unit="${unit}">${text(said)}</biblScope>\n`);
  return [
    '<sourceDesc>\n<bibl>\n',
    `<title level="j">${newspaper === '' ? 'not known' : text(newspaper)}</title>\n`,
    scope('edition', edition),
    scope('page', page),
    date === '' ? '' : `<date${attributes({ when })}>${text(date)}</date>\n`,
    `<idno type="file">${text(sourceFile)}</idno>\n<idno type="SHA-256">${text(sourceSha256)}</idno>\n`,
    '</bibl>\n</sourceDesc>\n',
  ].join('');
}

/** The program, and what it split the page by. */
export function application({ version, splitters }: ExportContext): string {
  const numbers = /^\d+[a-z]*\d*(?:\.\d+[a-z]*\d*){0,3}/u.exec(version)?.[0] ?? '0';
  const split = splitters.length === 0 ? '' : `<p>Pages split by ${text(splitters.join(', '))} (splitter, weights, statistics).</p>`;
  return `<appInfo>\n<application ident="Stet" version="${numbers}"><label>Stet ${value(version)}</label>${split}</application>\n</appInfo>\n`;
}

/** When what the page speaks of took place, as far as its date tells. */
export function setting({ date }: PageRecord): string {
  const when = dateOf(date);
  return when === null ? '' : `<settingDesc><setting><date when="${when}">${when}</date></setting></settingDesc>\n`;
}

/** Where a page begins. */
export const pageBegins = ({ page }: PageRecord): string => `<pb${attributes({ n: token(page) })}/>\n`;
