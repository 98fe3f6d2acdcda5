import { SaxesParser } from 'saxes';

/** An element as it opens: its name and attributes without prefixes. */
export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

export type Handlers = {
  readonly open: (tag: Tag) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** No page is nested more deeply. */
const DEEPEST = 200;

/** So much is read at a time: what is broken is not read to its end. */
const STRETCH = 1 << 16;

/** Names of characters that HTML has beside those of XML, as far as programs that read print write them. */
const HTML_NAMES = {
  nbsp: '\u00A0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', shy: '\u00AD', hellip: '…', mdash: '—', ndash: '–', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’',
  middot: '·', times: '×', copy: '©', laquo: '«', raquo: '»', bull: '•', deg: '°', zwj: '\u200D', zwnj: '\u200C',
} as const;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Walks through a document, element by element. Returns whether it is well formed; what a broken one says up to there was told. Entities that a document
 * defines for itself are never resolved, so that none can grow: one that uses them counts as broken.
 */
export function walkXml(text: string, { open, close, text: onText }: Handlers): boolean {
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, HTML_NAMES);
  const state = { broken: false };
  let depth = 0;
  parser.on('error', () => void (state.broken = true));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) state.broken = true;
    if (state.broken) return;
    open({ name: localName(name), attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), value])) });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (!state.broken) close(localName(name));
  });
  if (onText) {
    const tell = (piece: string) => void (state.broken || onText(piece));
    parser.on('text', tell);
    parser.on('cdata', tell);
  }
  for (let at = 0; at < text.length && !state.broken; at += STRETCH) parser.write(text.slice(at, at + STRETCH));
  if (!state.broken) parser.close();
  return !state.broken;
}
