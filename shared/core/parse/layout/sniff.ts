/** The formats that say where on the page a text stands. */
export type LayoutFormat = 'alto' | 'page' | 'hocr';

/** What a text looks like: one of these formats, one of them in a version that is not known, other markup, or no markup at all. */
export type Looks = LayoutFormat | 'other-version' | 'other-markup' | 'text';

/** ALTO of all versions (loc.gov/standards/alto), and as its first makers named it. */
const ALTO = /^(?:|https?:\/\/www\.loc\.gov\/standards\/alto\/(?:ns-)?v[1-4]#?|http:\/\/schema\.ccs-gmbh\.com\/ALTO)$/u;

/** PAGE content of 2009 to 2019 (primaresearch.org). */
const PAGE = /^(?:|https?:\/\/schema\.primaresearch\.org\/PAGE\/gts\/pagecontent\/20(?:09|1\d)-\d\d-\d\d)$/u;

/** How far into a document its root is looked for, in UTF-16 units. */
const HEAD = 1 << 16;

/** What may stand before the root: declarations, processing instructions, comments, a document type with what it defines. */
const PROLOGUE = /(?:<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>)\s*/iuy;
const ROOT = /<(?:([\w.-]+):)?([A-Za-z_][\w.-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/uy;
const HOCR = /\bclass\s*=\s*(?:"[^"]*\bocr_page\b|'[^']*\bocr_page\b|ocr_page\b)/iu;

/** Tells by its beginning what a text is. */
export function looksLike(text: string): Looks {
  if (!/^\s*</u.test(text.slice(0, 1024))) return 'text';
  const head = text.slice(0, HEAD).trimStart();
  let at = 0;
  for (PROLOGUE.lastIndex = at; PROLOGUE.test(head); PROLOGUE.lastIndex = at) at = PROLOGUE.lastIndex;
  ROOT.lastIndex = at;
  const root = ROOT.exec(head);
  if (root === null) return at > 0 ? 'other-markup' : 'text';
  const [, prefix, name = '', attributes = ''] = root;
  const stated = new RegExp(`\\sxmlns${prefix === undefined ? '' : `:${prefix.replaceAll('.', '\\.')}`}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  const namespace = (stated?.[1] ?? stated?.[2] ?? '').trim();
  if (name === 'alto') return ALTO.test(namespace) ? 'alto' : 'other-version';
  if (name === 'PcGts') return PAGE.test(namespace) ? 'page' : 'other-version';
  if (/^(?:html|div|body)$/iu.test(name) && HOCR.test(text)) return 'hocr';
  // A line of a newspaper may begin with an angle bracket; a document says more of itself.
  return at > 0 || attributes !== '' || /^html$/iu.test(name) ? 'other-markup' : 'text';
}
