import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import variants from '#resources/lexicon/variants.json' with { type: 'json' };
import { foldExpression } from './expression.ts';
import { foldText, makeFolding } from './folding.ts';
import { mayOverlap, readQuestion } from './pattern.ts';
import type { Question } from './pattern.ts';
import { placesOfPhrase } from './phrase.ts';
import type { RowsOf } from './phrase.ts';
import { postingRows } from './postings.ts';
import { scanFor } from './scan.ts';

const folding = makeFolding(variants.groups);
const plain = (text: string): Question => ({ text, expression: false, exact: false });

function found(question: Question, text: string): readonly string[] {
  const pattern = readQuestion(question, folding);
  if (!pattern.ok) throw new Error(JSON.stringify(pattern.error));
  const out: string[] = [];
  scanFor(pattern.value, folding.forms)(text, (from, to) => out.push(`${from}:${text.slice(from, to)}`));
  return out;
}

describe('forms, widths and case are read alike', () => {
  test.each([
    ['后来', '後來，后来', ['0:後來', '3:后来']],
    ['發展', '发展与發展', ['0:发展', '3:發展']],
    ['（记者', '本报讯(記者', ['3:(記者']],
    ['ktv', '在ＫＴＶ、Ktv', ['1:ＫＴＶ', '5:Ktv']],
    ['12％', '占１２%', ['1:１２%']],
    ['𠮷野', '𠮷野家', ['0:𠮷野']],
  ])('%s in %s', (text, source, places) => expect(found(plain(text), source)).toEqual(places));

  test('unless exactly what is written is asked for', () => {
    expect(found({ ...plain('后来'), exact: true }, '後來，后来')).toEqual(['3:后来']);
    expect(found({ ...plain(','), exact: true }, '甲，乙,丙')).toEqual(['3:,']);
  });

  test('a folded text is as long as the text, and folding it again changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = foldText(text, folding.whole);
      return folded.length === text.length && foldText(folded, folding.whole) === folded;
    }));
  });

  test('what is read alike is so whichever of them is asked', () => {
    for (const unit of [0x20, 0x41, 0x3000, 0xff21, 0x540e, 0x5f8c, 0x4e00]) {
      expect(folding.alike(unit)).toContain(unit);
      for (const other of folding.alike(unit)) expect(folding.alike(other)).toEqual(folding.alike(unit));
    }
  });
});

describe('a question that cannot be asked says why', () => {
  test.each([
    ['', false, { code: 'empty' }],
    ['　 ', false, { code: 'empty' }],
    ['甲\n乙', false, { code: 'line-end' }],
    ['(甲', true, { code: 'expression', fault: 'bracket' }],
    ['甲)', true, { code: 'expression', fault: 'bracket' }],
    ['[甲', true, { code: 'expression', fault: 'class' }],
    ['*', true, { code: 'expression', fault: 'repeat' }],
    ['甲{2,1}', true, { code: 'expression', fault: 'repeat' }],
    ['[乙-一]', true, { code: 'expression', fault: 'range' }],
    ['\\q', true, { code: 'expression', fault: 'escape' }],
    ['(?<名>甲)\\k<姓>', true, { code: 'expression', fault: 'group-name' }],
  ] as const)('%j', (text, expression, fault) => expect(readQuestion({ text, expression, exact: false }, folding)).toEqual({ ok: false, error: fault }));
});

describe('expressions', () => {
  const expression = (text: string, exact = false): Question => ({ text, expression: true, exact });

  test.each([
    ['邱|邸', '邱东芳、邸东芳', ['0:邱', '4:邸']],
    ['^本报讯', '按：本报讯\n本报讯（记者', ['6:本报讯']],
    ['[^，]+', '甲，乙\n丙', ['0:甲', '2:乙', '4:丙']],
    ['a*', 'baa', ['1:aa']],
    ['（记者\\s?[一-龥]{2,3}）', '(記者　温小棠)', ['0:(記者　温小棠)']],
    ['\\u5f8c來', '后来', ['0:后来']],
    ['[Ａ-Ｃ]+', 'abcd', ['0:abc']],
    ['(?<年>\\d{4})年', '２０２４年', ['0:２０２４年']],
    ['[後]', '后', ['0:后']],
  ])('%s in %j', (text, source, places) => expect(found(expression(text), source)).toEqual(places));

  test('what is found in the folded text is what the language finds, where nothing has another form', () => {
    const unit = fc.constantFrom(...'甲乙丙丁ab1\n');
    const source = fc.constantFrom('甲.', '[甲乙]+', '(?:甲|乙)丙?', '.+?丁', '\\d|a', '甲(?=乙)', '(.)\\1', '\\p{Script=Han}{2}');
    fc.assert(fc.property(source, fc.string({ unit, maxLength: 40 }), (text, source) => {
      let at = 0;
      const expected = source.split('\n').flatMap((line) => {
        const begun = at;
        at += line.length + 1;
        return Array.from(line.matchAll(new RegExp(text, 'giu')), (match) => `${begun + match.index}:${match[0]}`);
      });
      expect(found(expression(text), source)).toEqual(expected);
    }));
  });

  test('signs of the expression stay as they are', () => {
    expect(foldExpression('（[^）]*）\\p{Script=Han}\\（[一-龥]', folding.forms)).toBe('\\u{28}[^\\u{29}]*\\u{29}\\p{Script=Han}\\（[一-龥]');
  });
});

/** The rows of a text as a database gives them. */
function rowsOf(text: Uint16Array): RowsOf {
  const rows = [...postingRows(text)];
  return (wanted, next) => {
    const own = rows.filter(({ first }) => first === wanted);
    return (next === null ? own : own.filter(({ second }) => second <= next).slice(-1)).map(({ bytes }) => bytes);
  };
}

test('by their postings, texts stand where looking through the text finds them', () => {
  const unit = fc.constantFrom(...'甲乙后後aＡA\n，,');
  const phrase = fc.string({ unit: fc.constantFrom(...'甲乙后後aＡA，,'), minLength: 1, maxLength: 7 });
  fc.assert(fc.property(fc.string({ unit, maxLength: 120 }), phrase, fc.boolean(), (text, wanted, exact) => {
    const pattern = readQuestion({ text: wanted, expression: false, exact }, folding);
    if (!pattern.ok || pattern.value.kind !== 'text') return;
    const places = [...placesOfPhrase(pattern.value.units, rowsOf(Uint16Array.from(text, (each) => each.charCodeAt(0))))].toSorted((a, b) => a - b);
    const [all, apart]: [number[], number[]] = [[], []];
    const fold = (each: string) => (exact ? each : foldText(each, folding.whole));
    for (let at = fold(text).indexOf(fold(wanted)); at >= 0; at = fold(text).indexOf(fold(wanted), at + 1)) all.push(at);
    scanFor(pattern.value, folding.forms)(text, (from) => apart.push(from));
    expect(places).toEqual(all);
    let end = 0;
    const kept = places.filter((place) => place >= end && (end = place + wanted.length) > 0);
    expect(kept).toEqual(apart);
    if (!mayOverlap(pattern.value.units)) expect(all).toEqual(apart);
  }), { numRuns: 500 });
});

test('places far apart and in great number come back as they were', () => {
  const text = new Uint16Array(70_000).fill(20);
  for (const at of [0, 127, 128, 16_383, 16_384, 69_999]) text[at] = 30;
  const rows = rowsOf(text);
  expect([...placesOfPhrase([[30]], rows)].toSorted((a, b) => a - b)).toEqual([0, 127, 128, 16_383, 16_384, 69_999]);
  expect(placesOfPhrase([[20], [20], [20]], rows)).toHaveLength(126 + 16_254 + 53_614 - 3 * 2);
});

test('what begins with a common unit stands in several rows, of which one is read for a pair', () => {
  const text = Uint16Array.from({ length: 60_000 }, (_, at) => (at % 2 === 0 ? 30 : 100 + ((at * 7919) % 4_001)));
  const rows = [...postingRows(text)].filter(({ first }) => first === 30);
  expect(rows.length).toBeGreaterThan(10);
  expect(Math.max(...rows.map(({ bytes }) => bytes.length))).toBeLessThan(1_000);
  const found = rowsOf(text);
  for (const second of [100, 101, 2_000, 4_100, 4_101]) {
    expect([...placesOfPhrase([[30], [second]], found)]).toEqual(Array.from(text.keys()).filter((at) => text[at] === 30 && text[at + 1] === second));
  }
  expect(placesOfPhrase([[30]], found)).toHaveLength(30_000);
});
