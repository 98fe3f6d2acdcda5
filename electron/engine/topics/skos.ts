import type { BothLanguages, ReadEntry, ReadScheme, TopicEntry, Wrong } from '#core/topics/exchange.ts';
import { DCTERMS, OWL, RDF, SKOS } from './triples.ts';
import type { Triple } from './triples.ts';

const OWN = 'urn:stet:topic:';
const OTHER_IRI = /^(?:https?:\/\/|urn:(?!stet:))[\p{L}\p{N}\-._~:/?#[\]@!$&'()*+,;=%]+$/u;

/** The IRI that stands for an id: an id that is one stands for itself. */
const iriOf = (id: string): string => (OTHER_IRI.test(id) ? id : OWN + encodeURIComponent(id));

function idOf(iri: string): string {
  if (!iri.startsWith(OWN)) return iri;
  try {
    return decodeURIComponent(iri.slice(OWN.length));
  } catch {
    return iri; // made by somebody else
  }
}

/** What SKOS says of a scheme and its topics. */
export function toTriples(scheme: { readonly id: string; readonly title: BothLanguages }, topics: readonly TopicEntry[]): readonly Triple[] {
  const whole = `urn:stet:scheme:${encodeURIComponent(scheme.id)}`;
  const triples: Triple[] = [];
  const node = (subject: string, predicate: string, to: string) => void triples.push({ subject, predicate, object: { kind: 'node', node: to }, line: null });
  const text = (subject: string, predicate: string, value: string, lang: string) => void (value !== '' && triples.push({ subject, predicate, object: { kind: 'text', text: value, lang }, line: null }));
  const both = (subject: string, predicate: string, values: BothLanguages) => {
    text(subject, predicate, values['zh-Hans'], 'zh-Hans');
    text(subject, predicate, values.en, 'en');
  };
  node(whole, `${RDF}type`, `${SKOS}ConceptScheme`);
  both(whole, `${DCTERMS}title`, scheme.title);
  for (const { id, broader, notation, labels, definition, retired } of topics) {
    const iri = iriOf(id);
    node(iri, `${RDF}type`, `${SKOS}Concept`);
    node(iri, `${SKOS}inScheme`, whole);
    if (broader === null) node(iri, `${SKOS}topConceptOf`, whole);
    else node(iri, `${SKOS}broader`, iriOf(broader));
    text(iri, `${SKOS}notation`, notation, '');
    both(iri, `${SKOS}prefLabel`, labels);
    both(iri, `${SKOS}definition`, definition);
    if (retired) text(iri, `${OWL}deprecated`, 'true', '');
  }
  return triples;
}

type Text = { readonly text: string; readonly lang: string };

/** A text's language as Stet has it: by what is said of it, else by its script. */
function languageOf({ text, lang }: Text): keyof BothLanguages | null {
  if (/^zh(?:-|$)/i.test(lang)) return 'zh-Hans';
  if (/^en(?:-|$)/i.test(lang)) return 'en';
  return lang === '' ? (/\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en') : null;
}

/** The text for each language; of several kinds of Chinese the simplified. `several`: of one kind there is more than one. */
function pick(texts: readonly Text[]): { readonly both: BothLanguages; readonly several: boolean } {
  const best = (wanted: keyof BothLanguages) => {
    const rank = ({ lang }: Text) => ['zh-hans', 'en', 'zh-cn', 'zh', ''].indexOf(lang.toLowerCase()) >>> 0;
    return texts.filter((text) => languageOf(text) === wanted).toSorted((a, b) => rank(a) - rank(b))[0]?.text ?? '';
  };
  const kinds = texts.filter((text) => languageOf(text) !== null).map(({ lang }) => lang.toLowerCase());
  return { both: { en: best('en'), 'zh-Hans': best('zh-Hans') }, several: new Set(kinds).size < kinds.length };
}

/** Reads a scheme out of what SKOS says: its concepts, in the order they are first spoken of. */
export function fromTriples(triples: readonly Triple[]): ReadScheme {
  const about = new Map<string, Triple[]>();
  const narrower = new Map<string, string[]>(); // by the one below
  for (const triple of triples) {
    about.set(triple.subject, [...(about.get(triple.subject) ?? []), triple]);
    if (triple.predicate === `${SKOS}narrower` && triple.object.kind === 'node') narrower.set(triple.object.node, [...(narrower.get(triple.object.node) ?? []), triple.subject]);
  }
  const is = (subject: string, type: string) => (about.get(subject) ?? []).some(({ predicate, object }) => predicate === `${RDF}type` && object.kind === 'node' && object.node === `${SKOS}${type}`);
  const nodes = (subject: string, predicate: string) => (about.get(subject) ?? []).flatMap((triple) => (triple.predicate === predicate && triple.object.kind === 'node' ? [triple.object.node] : []));
  const texts = (subject: string, ...predicates: readonly string[]) =>
    predicates.map((predicate) => (about.get(subject) ?? []).flatMap((triple) => (triple.predicate === predicate && triple.object.kind === 'text' ? [triple.object] : []))).find((found) => found.length > 0) ?? [];

  const whole = [...about.keys()].find((subject) => is(subject, 'ConceptScheme'));
  const concepts = [...about.keys()].filter((subject) => is(subject, 'Concept') || (!is(subject, 'ConceptScheme') && texts(subject, `${SKOS}prefLabel`).length > 0));
  const entries = concepts.map((iri): ReadEntry => {
    const broader = [...new Set([...nodes(iri, `${SKOS}broader`), ...(narrower.get(iri) ?? [])])];
    const labels = pick(texts(iri, `${SKOS}prefLabel`));
    const wrong: Wrong | null = iri.startsWith('_:') ? 'no-id' : labels.several ? 'two-names' : broader.length > 1 ? 'several-broader' : null;
    return {
      line: about.get(iri)?.[0]?.line ?? null,
      id: iri.startsWith('_:') ? '' : idOf(iri),
      broader: broader[0] === undefined ? null : idOf(broader[0]),
      notation: texts(iri, `${SKOS}notation`)[0]?.text ?? '',
      labels: labels.both,
      definition: pick(texts(iri, `${SKOS}definition`, `${SKOS}scopeNote`)).both,
      retired: texts(iri, `${OWL}deprecated`).some(({ text }) => text === 'true' || text === '1'),
      ...(wrong && { wrong }),
    };
  });
  return { title: pick(whole === undefined ? [] : texts(whole, `${DCTERMS}title`, `${SKOS}prefLabel`)).both, entries };
}
