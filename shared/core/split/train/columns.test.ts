import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHan } from '../../parse/characters.ts';
import { type Chance, type Part, setInColumns } from './columns.ts';

const SENTENCE = '渡口今天通航了，老船工天不亮就起来擦船，两岸的孩子都来看，';
const prose = (length: number) => SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length);
const body = (text: string, more: Partial<Part> = {}): Part => ({ text, role: 'body', gap: 1, goesOn: false, lost: false, ...more });

/** Chances by a seed, after those given. */
function chances(seed: number, ...first: readonly number[]): Chance {
  let state = seed + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let i = 0; i < 4; i += 1) next(); // small seeds begin with small numbers
  const given = [...first];
  return () => given.shift() ?? next();
}

/** The first two chances of an article decide on the width of its columns and on whether their lines hold the same number of characters. */
const exactly = (width: number, seed: number) => chances(seed, (width - 12 + 0.5) / 9, 0.99);
const loosely = (width: number, seed: number) => chances(seed, (width - 12 + 0.5) / 9, 0);

const withoutBlanks = (text: string) => text.replaceAll(/\s/gu, '');

/** Paragraphs put together: the texts of their parts, and the two texts on either side of each loss. */
function paragraphs(parts: readonly Part[]) {
  const all: { text: string; readonly losses: number[] }[] = [];
  parts.forEach(({ text, role, goesOn, lost }, i) => {
    const last = all.at(-1);
    if (!goesOn || role !== 'body' || parts[i - 1]?.role !== 'body' || last === undefined) return all.push({ text, losses: [] });
    if (lost) last.losses.push(withoutBlanks(last.text).length);
    return (last.text += text);
  });
  return all;
}

const text = fc.oneof(
  fc.integer({ min: 1, max: 700 }).map(prose),
  fc.array(fc.constantFrom(...'渡口通航，。 \u3000a1𠮷'), { minLength: 60, maxLength: 300 }).map((all) => all.join('').trim() || '渡'),
);
const part = fc.record({ text, role: fc.constantFrom('body' as const, 'body' as const, 'headline' as const, 'caption' as const), gap: fc.nat(2), goesOn: fc.boolean(), lost: fc.constant(false) });
const parts = fc.array(part, { maxLength: 8 }).map((all): readonly Part[] => all.map((each, i) => (i === 0 || each.role !== 'body' ? { ...each, goesOn: false } : each)));

/** The cuts of paragraphs of a length, many times over. */
function cutsOf(length: number, rounds: number, of = exactly) {
  return Array.from({ length: rounds }, (_, seed) => setInColumns([body(prose(length))], of(12 + (seed % 9), seed)));
}

describe('setInColumns', () => {
  it('keeps the text of every paragraph, but for the characters it says were lost', () => {
    fc.assert(
      fc.property(parts, fc.nat(10_000), (before, seed) => {
        const [old, now] = [paragraphs(before), paragraphs(setInColumns(before, chances(seed)))];
        expect(now).toHaveLength(old.length);
        now.forEach(({ text: after, losses }, i) => {
          const [was, is] = [withoutBlanks(old[i]!.text), withoutBlanks(after)];
          expect(losses.length).toBeLessThanOrEqual(1);
          const [at = was.length] = losses;
          expect(is).toBe(was.slice(0, at) + was.slice(at + losses.length));
          if (losses.length > 0) expect(isHan(was.charCodeAt(at))).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('cuts no rare character in two, and loses no half of one', () => {
    let cut = 0;
    for (let seed = 0; seed < 2000; seed += 1) {
      const made = setInColumns([body('渡𠮷口𠮷通航。'.repeat(60))], chances(seed));
      for (const each of made) expect(each.text.isWellFormed()).toBe(true);
      cut += made.length - 1;
    }
    expect(cut).toBeGreaterThan(300);
  });

  it('cuts a paragraph once at most, and what is no body text or short not at all', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }).map((all) => all.map((each) => ({ ...each, goesOn: false }))), fc.nat(10_000), (before, seed) => {
        const after = setInColumns(before, chances(seed));
        const begun = after.flatMap(({ goesOn }, i) => (goesOn ? [] : [i]));
        expect(begun).toHaveLength(before.length);
        before.forEach((each, i) => {
          const made = after.slice(begun[i], begun[i + 1] ?? after.length);
          expect(made.length).toBeLessThanOrEqual(each.role === 'body' && each.text.length >= 30 ? 2 : 1);
          if (made.length === 1) expect(made).toEqual([each]);
          else {
            const [head, tail] = made.map(({ text: own }) => own) as [string, string];
            expect(made).toMatchObject([{ role: 'body', gap: each.gap, lost: false }, { role: 'body', gap: 1 }]);
            expect([head, tail]).toEqual([head.trim(), tail.trim()]);
          }
        });
      }),
    );
  });

  it('leaves no part empty: a paragraph whose last line would be lost with its one character stays whole', () => {
    const lastLine = chances(1, 0.5, 0.99, 0, 0.999, 0.99, 0); // sixteen wide, cut after the last line, the first character after it lost
    const paragraph = body(`${prose(16 * 20 - 2)}渡`);
    expect(setInColumns([paragraph], lastLine)).toEqual([paragraph]);
  });

  it('puts parts together before it cuts them elsewhere', () => {
    const whole = prose(300);
    const cutBefore = [body(whole.slice(0, 100)), body(whole.slice(100, 160), { goesOn: true }), body(whole.slice(160), { goesOn: true })];
    for (let seed = 0; seed < 40; seed += 1) expect(setInColumns(cutBefore, chances(seed))).toEqual(setInColumns([body(whole)], chances(seed)));
  });

  it('cuts all paragraphs of an article at the ends of lines of one width, the first line of a paragraph indented by two', () => {
    const places = new Set<number>();
    for (let seed = 0; seed < 60; seed += 1) {
      const width = 12 + (seed % 9);
      const made = setInColumns([body(prose(400)), { ...body('渡口通航'), role: 'subhead' }, body(prose(300)), body(prose(250))], exactly(width, seed));
      made.forEach(({ text: head, goesOn }, i) => {
        const next = made[i + 1];
        if (goesOn || next?.goesOn !== true) return;
        const ends = [head.length + 2, ...(next.lost ? [head.length + 3] : [])]; // which of the two beside the cut was lost is not said
        expect(ends.map((end) => end % width)).toContain(0);
        places.add(Math.floor(ends[0]! / width));
      });
    }
    expect(places.size).toBeGreaterThan(10); // anywhere in the paragraph
    const inner = setInColumns([{ ...body('渡口'), role: 'caption' }, body(prose(600), { goesOn: true })], chances(1, 3.5 / 9, 0.99, 0, 0.5, 0, 0.99));
    expect(inner.map(({ goesOn, lost }) => [goesOn, lost])).toEqual([[false, false], [true, false], [true, false]]);
    expect(inner[1]!.text.length % 15).toBe(0); // no indent where the paragraph began elsewhere
  });

  it('or, where lines do not hold the same number of characters, beside them', () => {
    const off = cutsOf(240, 400, loosely).flatMap((made, seed) => (made.length < 2 || made[1]!.lost ? [] : [(made[0]!.text.length + 2) % (12 + (seed % 9))].map((over) => (over > 6 ? over - 12 - (seed % 9) : over))));
    expect(new Set(off)).toEqual(new Set([-2, -1, 0, 1, 2]));
    const shares = Array.from({ length: 300 }, (_, seed) => setInColumns([body(prose(600))], chances(seed, 0.5)));
    const aligned = shares.filter((made) => made.length === 2 && !made[1]!.lost && (made[0]!.text.length + 2) % 16 === 0);
    const cut = shares.filter((made) => made.length === 2 && !made[1]!.lost);
    expect(aligned.length / cut.length).toBeGreaterThan(0.67);
    expect(aligned.length / cut.length).toBeLessThan(0.85); // a third is loose, a quarter of which falls on the line by chance
  });

  it('cuts the more often the longer a paragraph is, and loses a character in one cut of eight, mostly the last before it', () => {
    const share = (made: readonly (readonly Part[])[]) => made.filter((each) => each.length === 2).length / made.length;
    expect(share(cutsOf(29, 200))).toBe(0);
    expect(share(cutsOf(90, 1000))).toBeCloseTo(0.25, 1);
    expect(share(cutsOf(180, 1000))).toBeCloseTo(0.5, 1);
    expect(share(cutsOf(1000, 1000))).toBeCloseTo(0.7, 1);
    const made = cutsOf(700, 3000).map((each, seed) => ({ each, width: 12 + (seed % 9) })).filter(({ each }) => each.length === 2);
    const lost = made.filter(({ each }) => each[1]!.lost);
    expect(lost.length / made.length).toBeGreaterThan(0.08);
    expect(lost.length / made.length).toBeLessThan(0.14);
    const lastBefore = lost.filter(({ each, width }) => (each[0]!.text.length + 3) % width === 0);
    expect(lastBefore.length / lost.length).toBeCloseTo(0.8, 1);
  });

  it('is the same by the same chances', () => {
    expect(setInColumns([body(prose(700))], chances(5))).toEqual(setInColumns([body(prose(700))], chances(5)));
  });
});
