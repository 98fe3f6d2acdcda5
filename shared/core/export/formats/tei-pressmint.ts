import type { Chunk, ExportContext, Exporter, PagePart } from '../exporter.ts';
import type { PageRecord } from '../record.ts';
import { articleDiv } from '../tei/article-div.ts';
import { classify } from '../tei/classification.ts';
import { TEI_NAMESPACE, XML_HEAD, application, dateOf, pageBegins, publication, setting, source, titleOf } from '../tei/header.ts';
import { content, pictured, value, xmlId } from '../tei/xml-text.ts';

const CORPUS = 'PressMint-ZH';
const FILE = `${CORPUS}.xml`;

const EDITORIAL = (reading: ExportContext['reading'], forbidden: number) => `<editorialDecl>
<correction>${reading === 'emended' ? '<p xml:lang="en">The text is as people and rules corrected it; what was corrected stands in no markup. Where text is lost a gap says how much.</p>' : '<p xml:lang="en">The text is as printed, with its errors.</p>'}</correction>
<normalization><p xml:lang="en">Lines of a paragraph are joined, those of verse kept. ${forbidden === 0 ? 'No character had to be replaced.' : `Characters that XML forbids, ${forbidden} in all, are replaced: control characters by the pictures Unicode has of them, all others by U+FFFD.`}</p></normalization>
<segmentation><p xml:lang="en">A division is an article, a paragraph one of the article; captions and credits of pictures are notes where they stand.</p></segmentation>
</editorialDecl>
`;

function document(page: PageRecord, context: ExportContext, id: string): string {
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
  }, analysed)).join('');
  const title = content(titleOf(page), pictured);
  const measure = (unit: string, quantity: number) => `<measure unit="${unit}" quantity="${quantity}" xml:lang="en">${quantity} ${unit}</measure>\n`;
  return [
    XML_HEAD,
    `<TEI xmlns="${TEI_NAMESPACE}" xml:id="${id}" xml:lang="zh">\n<teiHeader>\n<fileDesc>\n`,
    `<titleStmt>\n<title xml:lang="zh">${title}</title>\n<title xml:lang="en">Newspaper page: ${title}</title>\n</titleStmt>\n`,
    `<extent>\n${measure('articles', page.articles.length)}${measure('paragraphs', paragraphs)}${measure('characters', characters)}</extent>\n`,
    publication(context), source(page), '</fileDesc>\n',
    `<encodingDesc>\n${EDITORIAL(context.reading, forbidden)}${categories}${application(context)}</encodingDesc>\n`,
    `<profileDesc>\n${setting(page)}<langUsage><language ident="zh">中文</language></langUsage>\n</profileDesc>\n</teiHeader>\n`,
    `<text xml:lang="zh">\n<body>\n${pageBegins(page)}${articles}</body>\n</text>\n</TEI>\n`,
  ].join('');
}

/** The corpus as a whole, up to its texts. Written before they are known, it counts none of them. */
const corpusHead = (context: ExportContext) => [
  XML_HEAD,
  `<teiCorpus xmlns="${TEI_NAMESPACE}" xml:id="${CORPUS}" xml:lang="zh">\n<teiHeader>\n<fileDesc>\n`,
  '<titleStmt>\n<title xml:lang="zh">报纸语料库</title>\n<title xml:lang="en">Corpus of newspaper pages</title>\n</titleStmt>\n',
  publication(context),
  '<sourceDesc><p xml:lang="en">The pages that the texts name, read by machine and corrected by hand.</p></sourceDesc>\n</fileDesc>\n',
  `<encodingDesc>\n<projectDesc><p xml:lang="en">Newspaper pages split into articles, corrected and tagged.</p></projectDesc>\n${application(context)}</encodingDesc>\n`,
  '<profileDesc>\n<settingDesc><p xml:lang="en">Each text says when.</p></settingDesc>\n<langUsage><language ident="zh">中文</language></langUsage>\n</profileDesc>\n</teiHeader>\n',
].join('');

/** A page's text and the line of the corpus that includes it. */
const part: PagePart = (page, context) => {
  if (page.articles.length === 0) return [];
  const path = `${dateOf(page.date)?.slice(0, 4) ?? 'undated'}/${page.name}.xml`;
  return [
    { path: FILE, text: `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${value(path.split('/').map(encodeURIComponent).join('/'))}"/>\n` },
    { path, text: document(page, context, xmlId(`${CORPUS}_${page.name}`)), closes: true },
  ];
};

/**
 * TEI as PressMint has it: a file a page that has articles, in a folder a year, and the corpus that includes them all. In the reading that is asked for,
 * without what stands aside.
 */
export const teiPressmint: Exporter = {
  id: 'tei-pressmint',
  part,
  begin: (context) => {
    let isBegun = false;
    const take = (chunks: readonly Chunk[]): readonly Chunk[] => {
      if (chunks.length === 0 || isBegun) return chunks;
      isBegun = true;
      return [{ path: FILE, text: corpusHead(context) }, ...chunks];
    };
    return {
      page: (page) => take(part(page, context)),
      take,
      end: () => (isBegun ? [{ path: FILE, text: '</teiCorpus>\n', closes: true }] : []),
    };
  },
};
