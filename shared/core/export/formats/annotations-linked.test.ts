import { Parser, Store } from 'n3';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { issueOf } from '../../testing/notation.ts';
import { annotations } from './annotations.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const PLACE = 'https://example.org/corpus/annotations/2024-05/page.jsonld';
const [OA, AS, RDF] = ['http://www.w3.org/ns/oa#', 'http://www.w3.org/ns/activitystreams#', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'];

const link = (id: string) => ({ '@id': id, '@type': '@id' });
const typed = (id: string, type: string) => ({ '@id': id, '@type': `http://www.w3.org/2001/XMLSchema#${type}` });

/** Stands in for the context of the standard, which is not fetched: of its terms those that exports use, as the Web Annotation Vocabulary and Activity Streams define them. A term that is not here is an error. */
const TERMS = {
  id: '@id', type: '@type',
  Annotation: `${OA}Annotation`, TextualBody: `${OA}TextualBody`, TextQuoteSelector: `${OA}TextQuoteSelector`, TextPositionSelector: `${OA}TextPositionSelector`,
  AnnotationCollection: `${AS}OrderedCollection`, AnnotationPage: `${AS}OrderedCollectionPage`, Person: 'http://xmlns.com/foaf/0.1/Person', Software: `${AS}Application`,
  classifying: `${OA}classifying`, describing: `${OA}describing`, editing: `${OA}editing`, identifying: `${OA}identifying`, tagging: `${OA}tagging`,
  motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' }, purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
  body: link(`${OA}hasBody`), target: link(`${OA}hasTarget`), source: link(`${OA}hasSource`), selector: link(`${OA}hasSelector`),
  start: typed(`${OA}start`, 'nonNegativeInteger'), end: typed(`${OA}end`, 'nonNegativeInteger'), exact: `${OA}exact`, prefix: `${OA}prefix`, suffix: `${OA}suffix`,
  value: `${RDF}value`, format: 'http://purl.org/dc/elements/1.1/format', creator: link('http://purl.org/dc/terms/creator'), created: typed('http://purl.org/dc/terms/created', 'dateTime'),
  name: 'http://xmlns.com/foaf/0.1/name', label: 'http://www.w3.org/2000/01/rdf-schema#label', generator: link(`${AS}generator`),
  total: typed(`${AS}totalItems`, 'nonNegativeInteger'), first: link(`${AS}first`), partOf: link(`${AS}partOf`), startIndex: typed(`${AS}startIndex`, 'nonNegativeInteger'),
  items: { '@id': `${AS}items`, '@type': '@id', '@container': '@list' },
};

const options = {
  base: PLACE,
  safe: true, // what would be dropped is an error
  documentLoader: (url: string) => (url === CONTEXT ? Promise.resolve({ contextUrl: null, document: { '@context': TERMS }, documentUrl: url }) : Promise.reject(new Error(`${url} is fetched`))),
};

const page = exportedPage(
  issueOf('a1 headline: 𠮷祥', 'a1 body: 𠮷“公-[抵]+[低]偿”□的\u0007办法', 'a2 byline: 记者', '- banner: 栏'), { name: '2024-05/page' },
  { publicId: (id) => `清河 晚报#${id}` },
);

/** The graph that a processor of JSON-LD, which is not ours, makes of a page's annotations. */
async function graphOf(more: { readonly withText?: boolean } = {}): Promise<Store> {
  const text = exportedTexts(annotations, [page], more)['2024-05/page.jsonld']!;
  const quads = await jsonld.toRDF(JSON.parse(text) as object, { ...options, format: 'application/n-quads' });
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads));
}

test('a processor of JSON-LD drops nothing of it: every annotation has its motivation, body, and a target with both selectors', async () => {
  const graph = await graphOf();
  const of = (type: string) => graph.getSubjects(`${RDF}type`, type, null);
  const value = (subject: Parameters<Store['getObjects']>[0], predicate: string) => graph.getObjects(subject, predicate, null).map((object) => object.value);
  const all = of(`${OA}Annotation`);
  expect(of(`${AS}OrderedCollection`).map(({ value: id }) => id)).toEqual([PLACE]);
  expect(value(PLACE, `${AS}totalItems`)).toEqual([String(all.length)]);
  expect(value(PLACE, `${AS}first`)).toEqual([`${PLACE}#page`]);
  expect(value(`${PLACE}#page`, `${AS}partOf`)).toEqual([PLACE]);
  expect(all.length).toBe(6);
  for (const each of all) {
    expect(each.value.startsWith(`${PLACE}#`)).toBe(true);
    expect(value(each, `${OA}motivatedBy`)).toHaveLength(1);
    expect(value(each, `${OA}hasBody`).length).toBeGreaterThan(0);
    for (const target of graph.getObjects(each, `${OA}hasTarget`, null)) {
      expect(value(target, `${OA}hasSource`)).toEqual(['https://example.org/corpus/annotations/2024-05/page.txt']); // the text that lies beside it
      expect(graph.getObjects(target, `${OA}hasSelector`, null).flatMap((selector) => value(selector, `${RDF}type`)).toSorted()).toEqual([`${OA}TextPositionSelector`, `${OA}TextQuoteSelector`]);
    }
  }
  const source = Array.from(page.source);
  const stretches = graph.getSubjects(`${OA}start`, null, null).map((selector) => source.slice(Number(value(selector, `${OA}start`)), Number(value(selector, `${OA}end`))).join(''));
  expect(stretches.toSorted()).toEqual(graph.getSubjects(`${OA}exact`, null, null).flatMap((selector) => value(selector, `${OA}exact`)).toSorted());
});

test('where a filter takes only some of a page, the source is named by its checksum, and that is an address too', async () => {
  const graph = await graphOf({ withText: false });
  expect([...new Set(graph.getObjects(null, `${OA}hasSource`, null).map(({ value }) => value))]).toEqual([`ni:///sha-256;${Buffer.from('ab'.repeat(32), 'hex').toString('base64url')}`]);
});
