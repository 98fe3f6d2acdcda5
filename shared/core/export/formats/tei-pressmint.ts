import type { Chunk, ExportContext, Exporter, PagePart } from '../exporter.ts';
import type { LinkedArticle, PageRecord } from '../record.ts';
import { articleDiv } from '../tei/article-div.ts';
import { classify } from '../tei/classification.ts';
import { TEI_NAMESPACE, XML_HEAD, application, dateOf, pageBegins, publication, setting, source, titleOf } from '../tei/header.ts';
import { content, pictured, value, xmlId } from '../tei/xml-text.ts';
import { TextList } from '../text-list.ts';

const CORPUS = 'PressMint-ZH';
const FILE = `${CORPUS}.xml`;
const AT_ONCE = 1 << 16; // characters of its lines

const EDITORIAL = (reading: ExportContext['reading'], forbidden: number) => `<editorialDecl>
<correction>${reading === 'emended' ? '<p xml:lang="en">The text is as people and rules corrected it; what was corrected stands in no markup. Where text is lost a gap says how much.</p>' : '<p xml:lang="en">The text is as printed, with its errors.</p>'}</correction>
<normalization><p xml:lang="en">Lines of a paragraph are joined, those of verse kept. ${forbidden === 0 ? 'No character had to be replaced.' : `Characters that XML forbids, ${forbidden} in all, are replaced: control characters by the pictures Unicode has of them, all others by U+FFFD.`}</p></normalization>
<segmentation><p xml:lang="en">A division is an article, a paragraph one of the article; captions and credits of pictures are notes where they stand. Where an article goes on on another page a note of type continues-in refers to the division there, and one of type continued-from back, if both are in the corpus.</p></segmentation>
</editorialDecl>
`;

const UNITS = ['articles', 'paragraphs', 'characters'] as const;
type Extent = Readonly<Record<(typeof UNITS)[number], number>>;

const measure = (unit: string, quantity: number) => `<measure unit="${unit}" quantity="${quantity}" xml:lang="en">${quantity} ${unit}</measure>\n`;
const extent = (counts: Extent, texts = '') => `<extent>\n${texts}${UNITS.map((unit) => measure(unit, counts[unit])).join('')}</extent>\n`;

/** PressMint's divisions take no `next` and `prev`: a note with a reference says as much. Its ids are those of the whole corpus. */
const link = (type: string, other: LinkedArticle | null): string => (other?.leaves ? `<note type="${type}"><ref target="#${value(xmlId(other.articleId))}"/></note>\n` : '');

function document(page: PageRecord, context: ExportContext, id: string): { readonly text: string; readonly counts: Extent } {
  let [forbidden, paragraphs, characters] = [0, 0, 0];
  const substitute = (code: number) => {
    forbidden += 1;
    return pictured(code);
  };
  const emended = context.reading === 'emended';
  const { xml: categories, analysed } = classify(page, id);
  const articles = page.articles.map((article) => articleDiv(article, (passage) => {
    const said = emended ? passage.emended : passage.printed;
    if (said === '') return '';
    paragraphs += 1;
    characters += Array.from(said).length;
    if (!emended) return content(said, substitute);
    return passage.runs.map((run) => {
      if (run.kind === 'struck') return '';
      if (run.kind !== 'gap') return content(run.text, substitute);
      return run.extent === null ? '<gap reason="lost" extent="unknown"/>' : `<gap reason="lost" unit="char" quantity="${run.extent}"/>`;
    }).join('');
  }, analysed, { top: link('continued-from', article.previous), end: link('continues-in', article.next) })).join('');
  const title = content(titleOf(page), pictured);
  const counts = { articles: page.articles.length, paragraphs, characters };
  const text = [
    XML_HEAD,
    `<TEI xmlns="${TEI_NAMESPACE}" xml:id="${id}" xml:lang="zh">\n<teiHeader>\n<fileDesc>\n`,
    `<titleStmt>\n<title xml:lang="zh">${title}</title>\n<title xml:lang="en">Newspaper page: ${title}</title>\n</titleStmt>\n`,
    extent(counts),
    publication(context), source(page), '</fileDesc>\n',
    `<encodingDesc>\n${EDITORIAL(context.reading, forbidden)}${categories}${application(context)}</encodingDesc>\n`,
    `<profileDesc>\n${setting(page)}<langUsage><language ident="zh">中文</language></langUsage>\n</profileDesc>\n</teiHeader>\n`,
    `<text xml:lang="zh">\n<body>\n${pageBegins(page)}${articles}</body>\n</text>\n</TEI>\n`,
  ].join('');
  return { text, counts };
}

/** What the corpus has to know of a text: it goes before the text, and into no file. All of it is ASCII. */
type Note = { readonly line: string; readonly date: string | null; readonly counts: Extent };

const noteOf = (chunk: Chunk): Note => JSON.parse('text' in chunk ? chunk.text : String.fromCharCode(...chunk.bytes)) as Note;

/** What a corpus comes to: sums of its texts, and the line of each that includes it, all of it ASCII. */
class Corpus {
  readonly #lines = new TextList();
  readonly #counts = { articles: 0, paragraphs: 0, characters: 0 };
  #first = '';
  #last = '';

  add({ line, date, counts }: Note): void {
    this.#lines.add(line);
    for (const unit of UNITS) this.#counts[unit] += counts[unit];
    if (date === null) return;
    if (this.#first === '' || date < this.#first) this.#first = date;
    if (date > this.#last) this.#last = date;
  }

  /** The whole file; nothing where there is no text. */
  *chunks(context: ExportContext): Iterable<Chunk> {
    if (this.#lines.count === 0) return;
    const dates = this.#first === '' ? '<p xml:lang="en">When its pages were printed is not known.</p>' : `<setting><date from="${this.#first}" to="${this.#last}">${this.#first} – ${this.#last}</date></setting>`;
    yield { path: FILE, text: corpusHead(context, extent(this.#counts, measure('texts', this.#lines.count)), dates) };
    let text = '';
    for (const line of this.#lines) {
      text += `${line}\n`;
      if (text.length < AT_ONCE) continue;
      yield { path: FILE, text };
      text = '';
    }
    yield { path: FILE, text: `${text}</teiCorpus>\n`, closes: true };
  }
}

/** The corpus as a whole, up to its texts. */
const corpusHead = (context: ExportContext, extents: string, dates: string) => [
  XML_HEAD,
  `<teiCorpus xmlns="${TEI_NAMESPACE}" xml:id="${CORPUS}" xml:lang="zh">\n<teiHeader>\n<fileDesc>\n`,
  '<titleStmt>\n<title xml:lang="zh">报纸语料库</title>\n<title xml:lang="en">Corpus of newspaper pages</title>\n</titleStmt>\n',
  extents, publication(context),
  '<sourceDesc><p xml:lang="en">The pages that the texts name, read by machine and corrected by hand.</p></sourceDesc>\n</fileDesc>\n',
  `<encodingDesc>\n<projectDesc><p xml:lang="en">Newspaper pages split into articles, corrected and tagged.</p></projectDesc>\n${application(context)}</encodingDesc>\n`,
  `<profileDesc>\n<settingDesc>${dates}</settingDesc>\n<langUsage><language ident="zh">中文</language></langUsage>\n</profileDesc>\n</teiHeader>\n`,
].join('');

/** A page's note for the corpus, and its text. */
const part: PagePart = (page, context) => {
  if (page.articles.length === 0) return [];
  const date = dateOf(page.date);
  const path = `${date?.slice(0, 4) ?? 'undated'}/${page.name}.xml`;
  const { text, counts } = document(page, context, xmlId(`${CORPUS}_${page.name}`));
  const line = `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${value(path.split('/').map(encodeURIComponent).join('/'))}"/>`;
  return [{ path: FILE, text: JSON.stringify({ line, date, counts } satisfies Note) }, { path, text, closes: true }];
};

/**
 * TEI as PressMint has it: a file a page that has articles, in a folder a year, and the corpus that includes them all. In the reading that is asked for,
 * without what stands aside. The corpus says what it comes to, so that its file comes last: what differs in the line of each text from that before is kept until then.
 */
export const teiPressmint: Exporter = {
  id: 'tei-pressmint',
  part,
  begin: (context) => {
    const corpus = new Corpus();
    const take = ([note, text]: readonly Chunk[]): readonly Chunk[] => {
      if (!note || !text) return [];
      corpus.add(noteOf(note));
      return [text];
    };
    return {
      page: (page) => take(part(page, context)),
      take,
      end: () => corpus.chunks(context),
    };
  },
};
