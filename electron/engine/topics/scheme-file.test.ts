import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import mediaTopics from '#resources/topics/media-topics.json' with { type: 'json' };
import { planImport, tidyText } from '#core/topics/exchange.ts';
import type { TopicEntry } from '#core/topics/exchange.ts';
import { kindOf, readScheme, writeScheme } from './scheme-file.ts';

const NAMES = ['a.csv', 'a.ttl', 'a.rdf'] as const;
const scheme = { id: 'own', title: { en: 'Rivers & "bridges"', 'zh-Hans': '河与桥' } };
const bytes = (text: string) => new TextEncoder().encode(text);

function read(name: string, text: string) {
  const result = readScheme(name, bytes(text));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const there = (name: (typeof NAMES)[number], topics: readonly TopicEntry[]) => read(name, writeScheme(kindOf(name)!, scheme, topics));
const back = (name: (typeof NAMES)[number], topics: readonly TopicEntry[]) => planImport([], there(name, topics).entries, false);

const text = fc.string({ unit: 'binary', maxLength: 20 }).map(tidyText);
const both = fc.record({ en: text, 'zh-Hans': fc.oneof(text, fc.constantFrom('河道', '清淤，“护岸”', 'a,b', '"', '=1+1', '<b>&amp;')) });
const topics = fc.uniqueArray(
  fc.record({ id: fc.oneof(text, fc.webUrl(), fc.constantFrom('http://例.test/河', 'urn:stet:topic:x', '%', 'a b')), broader: fc.nat(20), notation: text, labels: both, definition: both, retired: fc.boolean() }),
  { selector: ({ id }) => id, maxLength: 8 },
).map((list): readonly TopicEntry[] => {
  const named = list.filter(({ id, labels }) => id !== '' && (labels.en !== '' || labels['zh-Hans'] !== ''));
  return named.map((topic, at) => ({ ...topic, broader: topic.broader < at ? named[topic.broader]!.id : null }));
});

test.each(NAMES)('any scheme comes back from %s as it was', (name) => {
  fc.assert(fc.property(topics, (list) => {
    expect(back(name, list)).toEqual({ added: list, changed: [], retired: [], same: 0, refused: [] });
  }));
});

test.each(NAMES)('the whole built-in scheme comes back from %s', (name) => {
  const list = mediaTopics.topics.map((topic): TopicEntry => ({ ...topic, notation: '', retired: false }));
  expect(back(name, list)).toMatchObject({ added: list, refused: [] });
  if (name !== 'a.csv') expect(there(name, list).title).toEqual(scheme.title);
});

test('a table of names alone is read, in the encoding of Chinese spreadsheets too, and says which line is wrong', () => {
  const gb = Uint8Array.from([...bytes('label_zh\r\n'), 0xba, 0xd3, 0xb5, 0xc0, 0x0d, 0x0a]);
  expect(readScheme('a.CSV', gb)).toMatchObject({ ok: true, value: { entries: [{ line: 2, id: '河道' }] } });
  const { entries } = read('a.csv', 'label_en,id,note_en\nRivers,1,"two\nlines"\n\nBridges,1,\n,3,\n');
  expect(planImport([], entries, false)).toMatchObject({ added: [{ id: '1', definition: { en: 'two lines' } }], refused: [{ line: 5, id: '1', why: 'duplicate-id' }, { line: 6, id: '3', why: 'no-name' }] });
});

test.each([
  ['a.csv', 'label_en\n"a', { line: 2, what: 'syntax' }],
  ['a.csv', 'name\na', { line: 1, what: 'columns' }],
  ['a.ttl', '<a> <b> <c> .\n<a> oops', { line: 2, what: 'syntax' }],
  ['a.rdf', '<a>\n<b></a>', { line: 2, what: 'syntax' }],
  ['a.txt', 'label_en\na', { line: null, what: 'kind' }],
])('%s with %j is not read', (name, content, error) => {
  expect(readScheme(name, bytes(content))).toEqual({ ok: false, error });
});

test('bytes that are no text are not read', () => {
  expect(readScheme('a.ttl', Uint8Array.of(0xff, 0xfe, 0x00))).toEqual({ ok: false, error: { line: null, what: 'encoding' } });
});

const OTHERS = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://x.test/1> a skos:Concept ; skos:prefLabel "Flüsse"@de, "rivers"@en-GB, "河流"@zh, "河道"@zh-Hans ; skos:scopeNote "all waters" ; skos:narrower <http://x.test/2> .
<http://x.test/2> skos:prefLabel "brooks" .
<http://x.test/3> a skos:Concept ; skos:prefLabel "a"@en, "b"@en .
<http://x.test/4> a skos:Concept ; skos:prefLabel "c" ; skos:broader <http://x.test/1>, <http://x.test/2> .
[] a skos:Concept ; skos:prefLabel "d" .`;

test('what others write is understood: kinds of a language, narrower for broader, scope notes; and what is not is refused', () => {
  const plan = planImport([], read('a.ttl', OTHERS).entries, false);
  expect(plan.added).toMatchObject([
    { id: 'http://x.test/1', broader: null, labels: { en: 'rivers', 'zh-Hans': '河道' }, definition: { en: 'all waters' } },
    { id: 'http://x.test/2', broader: 'http://x.test/1', labels: { en: 'brooks', 'zh-Hans': '' } },
  ]);
  expect(plan.refused.map(({ why }) => why)).toEqual(['two-names', 'several-broader', 'no-id']);
});

test('RDF/XML with things in one another, names as attributes, a base and a language for all', () => {
  const { entries } = read('a.xml', `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#" xml:base="http://x.test/" xml:lang="en">
<s:Concept rdf:about="1" s:prefLabel="rivers"/>
<s:Concept rdf:ID="two">
  <s:prefLabel>brooks &amp; <![CDATA[<springs>]]></s:prefLabel>
  <s:broader><s:Concept rdf:about="http://x.test/1"/></s:broader>
  <s:prefLabel xml:lang="zh">溪</s:prefLabel>
</s:Concept></rdf:RDF>`);
  expect(entries).toMatchObject([
    { id: 'http://x.test/1', line: 2, labels: { en: 'rivers' } },
    { id: 'http://x.test/#two', line: 3, broader: 'http://x.test/1', labels: { en: 'brooks & <springs>', 'zh-Hans': '溪' } },
  ]);
});

test('ends of lines of two characters in quotes do not shift the lines that are told, and lines may end in several ways', () => {
  const { entries } = read('a.csv', '\uFEFFlabel_zh,id\r\n"河\r\n道",1\r\n桥,1\n路,2\r\n');
  expect(entries).toMatchObject([{ line: 2, id: '1' }, { line: 4, id: '1' }, { line: 5, id: '2' }]);
});

const ONTOLOGY = (entity: string) => `<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [
  <!ENTITY skos "http://www.w3.org/2004/02/skos/core#" >
  <!ENTITY river '${entity}'>
]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="&skos;">
<rdf:Description rdf:about="http://x.test/1"><rdf:type rdf:resource="&skos;Concept"/><skos:prefLabel xml:lang="zh">&river;</skos:prefLabel></rdf:Description>
</rdf:RDF>`;

test('RDF/XML with entities for its namespaces, as ontology editors write it, is read; entities made of others are not', () => {
  expect(read('a.rdf', ONTOLOGY('河道')).entries).toMatchObject([{ id: 'http://x.test/1', labels: { 'zh-Hans': '河道' } }]);
  expect(readScheme('a.rdf', bytes(ONTOLOGY('&skos;&skos;')))).toEqual({ ok: false, error: { line: 7, what: 'syntax' } });
});
