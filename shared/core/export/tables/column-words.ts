/** What every column of a table holds, in words: for whoever has nothing but the files. Code points are counted from 0; an end is behind the last. */
type Words = Readonly<Record<string, string>>;

const PAGE: Words = {
  article_id: 'id of the article, given once, never changed and never given again',
  newspaper_name: 'the newspaper, as the file\'s name or an editor has it; empty where it is not known',
  edition: 'edition of the paper; empty where none is known',
  date: 'day of issue: YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known, else empty',
  page: 'page of the paper, a text (03 is not 3)',
};

const SOURCE: Words = {
  source_file: 'path of the page\'s file below the folder that was read',
  source_sha256: 'SHA-256 of that file\'s bytes',
};

/** Of the table of articles. */
export const ARTICLE_WORDS: Words = {
  ...PAGE,
  headline: 'main headline, its lines joined',
  byline: 'names of who wrote it, from its byline, else from the brackets that open the text (本报讯（记者 …）)',
  article: 'the text: paragraphs and subheads, a line each; without headlines, bylines of their own, captions and credits',
  kicker: 'line above the headline (引题)',
  subtitle: 'line below the headline (副题)',
  paragraphs: 'the text again, piece by piece: role (body or subhead) and text',
  captions: 'captions of its pictures',
  credits: 'who took them',
  topics: 'what it is about: scheme (medtop: IPTC Media Topics), id, names in English and Chinese',
  position: 'its place on the page, from 1',
  continues_in: 'the article_id of the article on another page in which it goes on (下转第N版), as an editor linked them; empty where there is none. It may be one that this export does not hold',
  continued_from: 'the article_id of the one from which it comes (上接第N版), likewise',
  status: 'new, in-work, approved or problem',
  checked_by: 'person: an editor approved it; machine: nobody did',
  approvals: 'who approved it, and when (UTC)',
  corrections: 'how many rows of the table of corrections are its own',
  ...SOURCE,
};

/** Of tables for spreadsheets, where they differ from those. */
export const CELL_WORDS: Words = {
  approved_by: 'who approved it',
  approved_at: 'when (UTC)',
};

/** Of the table of topics that spreadsheets have. */
export const TOPIC_WORDS: Words = {
  article_id: 'the article that bears the topic',
  scheme: 'list of topics it is from; medtop: IPTC Media Topics',
  id: 'its id there',
  label_en: 'its name in English',
  label_zh: 'its name in Chinese',
};

/** Of the table of corrections. */
export const CORRECTION_WORDS: Words = {
  ...PAGE,
  article_id: 'the article; empty where the place is in none',
  correction: 'its place among those of the article, from 0',
  kind: 'replaced, struck, added or gap (text known to be lost)',
  before: 'what stands in the source; empty where something was added',
  after: 'what stands now; empty where something was struck; a □ for every lost character',
  context_before: 'up to sixteen characters before it, as emended',
  context_after: 'up to sixteen characters behind it, as emended',
  passage: 'place of the passage in the article, from 0',
  role: 'what the passage is (body, headline …)',
  start: 'where it begins in the passage as emended, in code points',
  end: 'where it ends there',
  source_start: 'where it begins in the source, in code points of the decoded file without its byte order mark',
  source_end: 'where it ends there',
  reason: 'why, as a code',
  reason_data: 'what belongs to the reason, as JSON; else empty',
  agent: 'person, rule (of the project) or machine',
  who: 'whose correction it is, where that is known',
  when: 'when it was made (UTC), where that is known',
  act: 'what the history of the project calls it',
  probability: 'that it is right, 0 to 1, where a machine reckoned it',
  source_file: SOURCE['source_file']!,
};

/** Of the table of passages. */
export const PASSAGE_WORDS: Words = {
  ...PAGE,
  article_id: 'the article; empty for what stands on the page and in no article',
  passage: 'its place in the article, from 0; what is in none is counted on its page',
  role: 'kicker, headline, subtitle, byline, subhead, body, caption, credit; in no article: banner, furniture, duplicate',
  text: 'as emended',
  text_printed: 'as the source has it',
  source_ranges: 'where it stands in the source, in code points of the decoded file without its byte order mark: a start and an end for each stretch',
  source_start: 'where the first stretch begins',
  source_end: 'where the last one ends',
  repeats: 'of a duplicate: the article_id of what it repeats',
  agent: 'who set it aside: person, rule or machine; empty in articles',
  who: 'that person, where known',
  when: 'when (UTC), where known',
  ...SOURCE,
};

/** Columns with what they hold, as a table of Markdown. */
export const columnTable = (columns: readonly string[], words: Words): readonly string[] => ['| Column | What it holds |', '| --- | --- |', ...columns.map((column) => `| \`${column}\` | ${words[column] ?? ''} |`)];

/** Columns with what they hold, a line each. */
export function columnLines(columns: readonly string[], words: Words): string {
  const width = Math.max(...columns.map((column) => column.length));
  return columns.map((column) => `  ${column.padEnd(width)}  ${words[column] ?? ''}\n`).join('');
}
