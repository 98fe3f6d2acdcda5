import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import scheme from './media-topics.json' with { type: 'json' };

type Listed = { readonly id: string; readonly label_en: string; readonly definition: string; readonly broader: string | null };

const shared = process.env['STET_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const list = join(shared, 'topics', 'media-topics-2017-en.json');

describe('the default scheme', () => {
  const ids = scheme.topics.map((topic) => topic.id);

  const firstLevel = scheme.topics.filter((topic) => topic.broader === null);
  const secondLevel = scheme.topics.filter((topic) => topic.broader !== null);

  it('has the 17 topics of the first level, in order', () => {
    expect(firstLevel.map((topic) => topic.id)).toEqual(Array.from({ length: 17 }, (_, i) => `medtop:${String(i + 1).padStart(2, '0')}000000`));
  });

  it('has two levels: each topic of the second follows the one it belongs to, or a sibling', () => {
    expect(secondLevel.length).toBeGreaterThan(90);
    expect(new Set(ids).size).toBe(ids.length);
    let top = '';
    for (const topic of scheme.topics) {
      if (topic.broader === null) top = topic.id;
      else expect(topic.broader).toBe(top);
    }
  });

  it('labels and explains each in both languages, no label twice', () => {
    for (const lang of ['en', 'zh-Hans'] as const) {
      expect(new Set(scheme.topics.map((topic) => topic.labels[lang])).size).toBe(ids.length);
      expect(scheme.topics.every((topic) => topic.definition[lang].length > 4)).toBe(true);
    }
    for (const topic of scheme.topics) expect(topic.labels['zh-Hans']).toMatch(/^[\p{Script=Han}、]{2,8}$/u);
  });

  it('pins nine different topics of its own to the digits 1 to 9', () => {
    expect(new Set(scheme.digits).size).toBe(9);
    expect(scheme.digits).toHaveLength(9);
    expect(ids).toEqual(expect.arrayContaining(scheme.digits));
  });

  const withList = it.skipIf(!existsSync(list));
  const listed = () => (JSON.parse(readFileSync(list, 'utf8')) as { readonly topics: readonly Listed[] }).topics;

  withList("says what IPTC's list says (skipped where the list is not at hand: STET_SHARED, else ../shared)", () => {
    const tidy = (text: string) => text.trim().replaceAll(/\s+/g, ' ');
    const theirs = new Map(listed().map((topic) => [topic.id, { id: topic.id, label_en: topic.label_en, definition: tidy(topic.definition) }]));
    expect(scheme.topics.map((topic) => ({ id: topic.id, label_en: topic.labels.en, definition: topic.definition.en }))).toEqual(ids.map((id) => theirs.get(id)));
    // The 2017 list leaves `broader` empty throughout; a topic of the first level is one whose id ends in six zeros.
    expect([...theirs.keys()].filter((id) => /^medtop:\d\d0{6}$/.test(id))).toEqual(firstLevel.map((topic) => topic.id));
  });

  // Ids from 20000001 on were given in one walk down the tree, siblings by their English names. Where the walk came to a topic of the first
  // level, which had an id already, a number is missing. What was added since has numbers above, in no order: it is told by knowledge alone.
  withList('places each topic in the stretch of ids of the one it belongs to, siblings by their names', () => {
    const numbers = new Set(listed().map((topic) => Number(topic.id.slice(7))));
    const walk = firstLevel.toSorted((a, b) => (a.labels.en < b.labels.en ? -1 : 1));
    const starts = [1, 52, 81, 138, 169, 397, 417, 445, 496, 508, 537, 573, 656, 709, 767, 821, 1127].map((number) => 20_000_000 + number);
    for (const start of starts) expect(numbers.has(start)).toBe(false);
    for (const [at, top] of walk.entries()) {
      const below = secondLevel.filter((topic) => topic.broader === top.id);
      const end = starts[at + 1] ?? 20_001_132;
      for (const topic of below) {
        expect(Number(topic.id.slice(7))).toBeGreaterThan(starts[at]!);
        expect(Number(topic.id.slice(7))).toBeLessThan(end);
      }
      const [, ...others] = below.map((topic) => topic.labels.en); // the first is certain by its number alone; one ("belief" once) has a new name
      expect(others).toEqual(others.toSorted());
      expect(below[0] && Number(below[0].id.slice(7))).toBe(starts[at]! + 1); // the walk goes down before it goes on
    }
  });
});
