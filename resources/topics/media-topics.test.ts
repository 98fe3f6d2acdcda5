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

  it('has the 17 topics of the first level, in order', () => {
    expect(ids).toEqual(Array.from({ length: 17 }, (_, i) => `medtop:${String(i + 1).padStart(2, '0')}000000`));
  });

  it('labels and explains each in both languages, no label twice', () => {
    for (const lang of ['en', 'zh-Hans'] as const) {
      expect(new Set(scheme.topics.map((topic) => topic.labels[lang])).size).toBe(17);
      expect(scheme.topics.every((topic) => topic.definition[lang].length > 4)).toBe(true);
    }
    for (const topic of scheme.topics) expect(topic.labels['zh-Hans']).toMatch(/^[\p{Script=Han}、]{2,8}$/u);
  });

  it('pins nine different topics of its own to the digits 1 to 9', () => {
    expect(new Set(scheme.digits).size).toBe(9);
    expect(scheme.digits).toHaveLength(9);
    expect(ids).toEqual(expect.arrayContaining(scheme.digits));
  });

  it.skipIf(!existsSync(list))("says what IPTC's list says (skipped where the list is not at hand: STET_SHARED, else ../shared)", () => {
    const { topics } = JSON.parse(readFileSync(list, 'utf8')) as { readonly topics: readonly Listed[] };
    const tidy = (text: string) => text.trim().replaceAll(/\s+/g, ' ');
    // The 2017 list leaves `broader` empty throughout; a topic of the first level is one whose id ends in six zeros.
    const top = topics.filter((topic) => /^medtop:\d\d0{6}$/.test(topic.id));
    expect(scheme.topics.map((topic) => ({ id: topic.id, label_en: topic.labels.en, definition: topic.definition.en }))).toEqual(
      top.map((topic) => ({ id: topic.id, label_en: topic.label_en, definition: tidy(topic.definition) })),
    );
  });
});
