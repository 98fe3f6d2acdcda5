import { countArchive } from '../parse/archive.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import { checkLedger } from '../model/ledger.ts';
import type { Words } from '../parse/words.ts';
import { splitPage } from './split-page.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;

/** A dictionary of two-character words: enough to exercise what asks it. */
const pairs: Words = (text) => (text.match(/.{1,2}/gsu) ?? []).map((word) => ({ word, tag: 'n' }));

const split = (source: string) => splitPage(source, { sourceVersion: 'c0ffee00deadbeef', model, language: { words: pairs, archive: countArchive('', [], pairs) } });

function expectLedger(source: string): void {
  const ledger = checkLedger({ source, ...split(source).tree });
  expect(ledger.ok, JSON.stringify(ledger)).toBe(true);
}

const unit = fc.constantFrom(
  ...'渡口今天通航老船工说清河的在了们',
  ...'，。、；：？！“”‘’（）《》『』——…●',
  ...[' ', '\u3000', '\n', '\n\n', '\n\n\n\n', '\r\n', '\r', '\0', '\u200B', '\uFEFF', '𠮷', '\ud842', '\udfb7', 'e\u0301', 'a', '7', ','],
  ...['本报讯（记者 石磊）', '本报记者 石磊', '石磊摄', '图为', 'www.example.com', '责编：', '系列报道之三'],
);

describe('splitPage', () => {
  it('takes any text and accounts for every character', () => {
    fc.assert(fc.property(fc.array(unit, { maxLength: 200 }), (units) => expectLedger(units.join(''))));
  });

  it('keeps nothing that the next page uses again', () => {
    const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const first = split(one);
        const before = JSON.stringify(first);
        split(other);
        expect(JSON.stringify(first)).toBe(before);
        expect(split(one)).toEqual(first);
      }),
    );
  });

  it('takes arbitrary strings', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectLedger));
  });

  it.each([
    ['nothing', ''],
    ['only blanks', ' \n\u3000\n\u200B\uFEFF\r\n'],
    ['one character', '渡'],
    ['a lone surrogate', '\ud842'],
    ['one endless line', '渡口通航'.repeat(20_000)],
    ['six thousand lines', Array.from({ length: 6000 }, (_, i) => (i % 7 === 0 ? `渡口之${i}` : `老船工说，第${i}天渡口通航了。`.repeat((i % 5) + 1))).join('\n\n')],
    ['six thousand equal lines', '渡口今天通航，老船工很高兴。\n\n'.repeat(6000)],
  ])('takes %s', (_, source) => {
    expectLedger(source);
  });

  it('is deterministic and names its version and ids by the source', () => {
    const source = '\n渡口今天通航\n\n本报讯（记者 石磊）渡口今天通航，老船工很高兴。\n\n';
    expect(split(source)).toEqual(split(source));
    expect(split(source).version).toBe(`11.${model.version}`);
    expect(split(source).tree.articles.map(({ id, passages }) => [id, passages.map((passage) => passage.id)])).toEqual([
      ['a-c0ffee00deadbeef-1', ['p-c0ffee00deadbeef-1', 'p-c0ffee00deadbeef-9']],
    ]);
  });

  it('gives each article and passage its decisions, with confidences that are probabilities', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 120 }), (units) => {
        const { tree, decisions } = split(units.join(''));
        const of = (kind: string) => decisions.filter((decision) => decision.kind === kind).map(({ subject }) => subject);
        expect(of('boundary')).toEqual(tree.articles.map(({ id }) => id));
        expect(new Set(of('role'))).toEqual(
          new Set([...tree.articles.flatMap(({ passages }) => passages), ...tree.aside].filter(({ role }) => role !== 'duplicate').map(({ id }) => id)),
        );
        for (const { confidence } of decisions) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
