import { byPage } from '../by-page.ts';
import type { ExportContext } from '../exporter.ts';
import type { ArticleRecord, AsideRecord, CorrectionRecord, LinkedArticle, PageRecord, PassageRecord, Run } from '../record.ts';
import { articleDiv } from '../tei/article-div.ts';
import type { Joint } from '../tei/article-div.ts';
import { classify } from '../tei/classification.ts';
import { TEI_NAMESPACE, XML_HEAD, application, pageBegins, publication, setting, source, titleOf } from '../tei/header.ts';
import { Responsible } from '../tei/responsible.ts';
import { attributes, content, pictured, token, value, xmlId } from '../tei/xml-text.ts';

/** A correction that a machine reckons to be right less often than not. */
const UNSURE = 0.5;

const EDITORIAL = `<editorialDecl>
<correction method="markup"><p xml:lang="en">What was changed stands as sic and corr, without corr content where text was struck; what was added as supplied; what is lost as gap. resp says who, cert how sure it is (a probability where a machine reckoned it), type or reason why. What is more likely wrong than right is unclear.</p></correction>
<normalization><p xml:lang="en">Lines of a paragraph are joined, those of verse kept. Where they meet otherwise beside a change than they were printed, both stand, as orig and reg: what is in sic and orig, and all that is in neither corr, reg nor supplied, is the text as printed. Characters that XML forbids stand as g, one of the characters declared here.</p></normalization>
<segmentation><p xml:lang="en">A division is an article, a paragraph one of the article; captions and credits of pictures are notes where they stand. An article that goes on on another page has the division there as its next, which has it as prev, if both are exported. What stands on the page and in no article is in back.</p></segmentation>
</editorialDecl>
`;

type Parts = { readonly runs: readonly Run[]; readonly correction: number | null };

/** Runs that are one correction stand together. */
function partsOf(runs: readonly Run[]): readonly Parts[] {
  const parts: { runs: Run[]; correction: number | null }[] = [];
  for (const run of runs) {
    const correction = run.kind === 'kept' ? null : run.correction;
    const last = parts.at(-1);
    if (last && correction !== null && last.correction === correction) last.runs.push(run);
    else parts.push({ runs: [run], correction });
  }
  return parts;
}

/** One correction of a passage, as TEI has it. */
function corrected(runs: readonly Run[], { reason, by, probability }: CorrectionRecord, responsible: Responsible, text: (said: string) => string): string {
  const said = (kind: Run['kind']) => text(runs.map((run) => (run.kind === kind ? run.text : '')).join(''));
  const who = { resp: `#${responsible.idOf(by)}`, cert: probability ?? (by.kind === 'person' ? 'high' : 'medium') };
  const why = token(reason.id);
  const [gap] = runs;
  if (gap?.kind === 'gap') {
    const extent = gap.extent === null ? { extent: 'unknown' } : { unit: 'char', quantity: gap.extent };
    return `<gap${attributes({ reason: why, ...extent, ...who })}/>`;
  }
  const [struck, added] = [said('struck'), said('added')];
  const put = added !== '' && probability !== null && probability < UNSURE ? `<unclear>${added}</unclear>` : added;
  if (struck === '') return `<supplied${attributes({ reason: why, ...who })}>${put}</supplied>`;
  return `<choice><sic>${struck}</sic><corr${attributes({ type: why, ...who })}>${put}</corr></choice>`;
}

/** Text that stands in both readings. Where it does not read alike in them, as lines meet otherwise, that is a choice of its own. */
function kept(run: Run, text: (said: string) => string): string {
  const [now, was] = [run.text, run.kind === 'kept' ? (run.printed ?? run.text) : run.text];
  if (now === was) return text(now);
  const most = Math.min(now.length, was.length);
  let [start, end] = [0, 0];
  while (start < most && now[start] === was[start]) start += 1;
  while (end < most - start && now.at(-1 - end) === was.at(-1 - end)) end += 1;
  const between = (said: string) => text(said.slice(start, said.length - end));
  return `${text(now.slice(0, start))}<choice><orig>${between(was)}</orig><reg>${between(now)}</reg></choice>${text(now.slice(now.length - end))}`;
}

function document(page: PageRecord, context: ExportContext): string {
  const id = xmlId(`page_${page.name}`);
  const responsible = new Responsible();
  const forbidden = new Set<number>();
  const text = (said: string) => content(said, (code) => {
    forbidden.add(code);
    return `<g ref="#${characterId(code)}"/>`;
  });
  const inline = ({ runs }: Pick<PassageRecord, 'runs'>, corrections: readonly CorrectionRecord[]) =>
    partsOf(runs).map(({ runs: own, correction }) => (correction === null ? kept(own[0]!, text) : corrected(own, corrections[correction]!, responsible, text))).join('');
  const { xml: categories, analysed } = classify(page, id);
  const articles = page.articles.map((article) => articleDiv(article, (passage) => inline(passage, article.corrections), analysed, joint(page, article))).join('');
  const aside = page.aside.map((each) => asideDiv(each, inline(each as Pick<AsideRecord, 'runs'>, each.corrections), responsible)).join('');
  const changes = responsible.changes(page);
  const title = content(titleOf(page), pictured);
  const characters = [...forbidden].toSorted((a, b) => a - b).map((code) => `<char xml:id="${characterId(code)}"><desc xml:lang="en">U+${hex(code)}, which XML forbids</desc></char>\n`).join('');
  return [
    XML_HEAD,
    `<TEI xmlns="${TEI_NAMESPACE}" xml:id="${id}" xml:lang="zh">\n<teiHeader>\n<fileDesc>\n<titleStmt>\n<title>${title}</title>\n${responsible.statements()}</titleStmt>\n`,
    publication(context), source(page), '</fileDesc>\n',
    `<encodingDesc>\n${EDITORIAL}${categories}${characters === '' ? '' : `<charDecl>\n${characters}</charDecl>\n`}${application(context)}</encodingDesc>\n`,
    `<profileDesc>\n${setting(page)}<langUsage><language ident="zh">中文</language></langUsage>\n</profileDesc>\n`,
    `<revisionDesc>\n${changes}</revisionDesc>\n</teiHeader>\n`,
    `<text>\n<body>\n${pageBegins(page)}${articles === '' ? '<p/>\n' : articles}</body>\n${aside === '' ? '' : `<back>\n${aside}</back>\n`}</text>\n</TEI>\n`,
  ].join('');
}

/** What stands in no article, with its role and who put it there. */
function asideDiv({ role, by, twin }: AsideRecord, text: string, responsible: Responsible): string {
  if (text === '') return '';
  return `<div${attributes({ type: role, resp: `#${responsible.idOf(by)}`, corresp: twin && `#${xmlId(twin.articleId)}` })}>\n<p>${text}</p>\n</div>\n`;
}

/** The way from a page's file to an article's in another one. */
function pointer({ name }: PageRecord, other: LinkedArticle | null): string | null {
  if (!other?.leaves) return null;
  const [from, to] = [name.split('/').slice(0, -1), other.name.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return value(`${[...from.slice(same).map(() => '..'), ...to.slice(same).map(encodeURIComponent)].join('/')}.xml#${xmlId(other.articleId)}`);
}

const joint = (page: PageRecord, { next, previous }: ArticleRecord): Joint => ({ next: pointer(page, next), prev: pointer(page, previous) });

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
const characterId = (code: number): string => `u${hex(code)}`;

/** TEI as a documentary edition: a file a page, in both readings at once, with every change, who made it and how sure it is, and what stands aside. */
export const teiDocumentary = byPage('tei-documentary', (page, context) => (
  page.articles.length === 0 && page.aside.length === 0 ? [] : [{ path: `${page.name}.xml`, text: document(page, context), closes: true }]
));
