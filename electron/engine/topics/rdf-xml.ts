import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { PREFIXES, RDF } from './triples.ts';
import type { Triple } from './triples.ts';
import type { Unreadable } from './unreadable.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Writes statements as RDF/XML, those about one thing together. */
export function writeRdfXml(triples: readonly Triple[]): string {
  const name = (iri: string) => {
    const [prefix, base] = Object.entries(PREFIXES).find(([, each]) => iri.startsWith(each))!;
    return `${prefix}:${iri.slice(base.length)}`;
  };
  const about = new Map<string, Triple[]>();
  for (const triple of triples) about.set(triple.subject, [...(about.get(triple.subject) ?? []), triple]);
  const line = ({ predicate, object }: Triple) => (object.kind === 'node'
    ? `    <${name(predicate)} rdf:resource="${escaped(object.node)}"/>\n`
    : `    <${name(predicate)}${object.lang === '' ? '' : ` xml:lang="${object.lang}"`}>${escaped(object.text)}</${name(predicate)}>\n`);
  const things = [...about].map(([subject, own]) => `  <rdf:Description rdf:about="${escaped(subject)}">\n${own.map(line).join('')}  </rdf:Description>\n`);
  const namespaces = Object.entries(PREFIXES).map(([prefix, base]) => ` xmlns:${prefix}="${base}"`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces}>\n${things.join('')}</rdf:RDF>\n`;
}

const LONGEST_ENTITY = 200; // characters: names of namespaces, for which files of ontology editors use them

/** The entities a document names for itself. Of those only what is plain text: none that is made of others, of which a small file can make a huge one. */
function entitiesOf(doctype: string): Readonly<Record<string, string>> {
  const named = [...doctype.matchAll(/<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"&<]*)"|'([^'&<]*)')\s*>/g)].map(([, name = '', one, other]) => [name, one ?? other ?? ''] as const);
  return Object.fromEntries(named.filter(([, text]) => text.length <= LONGEST_ENTITY));
}

type Open = { readonly lang: string; readonly base: string } & (
  | { readonly kind: 'root' }
  | { readonly kind: 'node'; readonly subject: string }
  | { readonly kind: 'property'; readonly subject: string; readonly predicate: string; readonly line: number; text: string; said: boolean }
);

/** Reads RDF/XML: things and their properties, one in the other as deep as they are. Collections and embedded XML say nothing of topics and are passed over. */
export function readRdfXml(text: string): Result<readonly Triple[], Unreadable> {
  const parser = new SaxesParser({ xmlns: true });
  const triples: Triple[] = [];
  const open: Open[] = [];
  let unnamed = 0;
  let broken: number | null = null;

  const attribute = (tag: SaxesTagNS, uri: string, local: string) => Object.values(tag.attributes).find((each: SaxesAttributeNS) => each.uri === uri && each.local === local)?.value;
  const resolve = (iri: string, base: string) => (base !== '' && URL.canParse(iri, base) ? new URL(iri, base).href : iri);
  const thing = (tag: SaxesTagNS, base: string) => {
    const [about, id, node] = [attribute(tag, RDF, 'about'), attribute(tag, RDF, 'ID'), attribute(tag, RDF, 'nodeID')];
    if (about !== undefined) return resolve(about, base);
    if (id !== undefined) return resolve(`#${id}`, base);
    return node === undefined ? `_:unnamed ${(unnamed += 1)}` : `_:${node}`;
  };

  parser.on('doctype', (doctype) => void Object.assign(parser.ENTITIES, entitiesOf(doctype)));
  parser.on('error', () => (broken ??= parser.line));
  parser.on('opentag', (tag: SaxesTagNS) => {
    const parent = open.at(-1);
    const lang = attribute(tag, XML, 'lang') ?? parent?.lang ?? '';
    const base = attribute(tag, XML, 'base') ?? parent?.base ?? '';
    const { line } = parser;
    if (!parent && tag.uri === RDF && tag.local === 'RDF') return void open.push({ kind: 'root', lang, base });
    if (parent?.kind !== 'node') {
      const subject = thing(tag, base);
      if (parent?.kind === 'property') {
        triples.push({ subject: parent.subject, predicate: parent.predicate, object: { kind: 'node', node: subject }, line: parent.line });
        parent.said = true;
      }
      if (tag.uri !== RDF || tag.local !== 'Description') triples.push({ subject, predicate: `${RDF}type`, object: { kind: 'node', node: tag.uri + tag.local }, line });
      for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
        if (uri !== '' && uri !== RDF && uri !== XML && prefix !== 'xmlns') triples.push({ subject, predicate: uri + local, object: { kind: 'text', text: value, lang }, line });
      }
      return void open.push({ kind: 'node', subject, lang, base });
    }
    const [resource, node] = [attribute(tag, RDF, 'resource'), attribute(tag, RDF, 'nodeID')];
    const to = resource === undefined ? (node === undefined ? null : `_:${node}`) : resolve(resource, base);
    if (to !== null) triples.push({ subject: parent.subject, predicate: tag.uri + tag.local, object: { kind: 'node', node: to }, line });
    open.push({ kind: 'property', subject: parent.subject, predicate: tag.uri + tag.local, line, text: '', said: to !== null || attribute(tag, RDF, 'parseType') !== undefined, lang, base });
  });
  const onText = (piece: string) => {
    const at = open.at(-1);
    if (at?.kind === 'property') at.text += piece;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed?.kind === 'property' && !closed.said) triples.push({ subject: closed.subject, predicate: closed.predicate, object: { kind: 'text', text: closed.text, lang: closed.lang }, line: closed.line });
  });
  parser.write(text).close();
  return broken === null ? ok(triples) : fail({ line: broken, what: 'syntax' });
}
