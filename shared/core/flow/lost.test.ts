import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertion } from '../parse/archive-says.ts';
import { countArchive } from '../parse/archive.ts';
import { JUNCTIONS, junctionBin } from '../parse/meeting.ts';
import { parsePage } from '../parse/page.ts';
import type { Words } from '../parse/words.ts';
import { trainLost } from '../split/train/train-lost.ts';
import { LOST, lostBetween, reasonOfLoss, tracesOf } from './lost.ts';

const SENTENCES = [
  '清河渡口今天恢复通航，老船工天不亮就起来擦船', '图书室添了一百本新书，读者从早上排队等着开门', '石桥修好以后，孩子们上学再也不用绕远路',
  '菜场的摊主说，水管修好了，灯也亮了', '茶铺门口支起一口大锅，煮着新茶请过路的人尝', '粮站的院子里晒着麦子，马达响了一整天',
];
const LISTED = ['清河', '渡口', '今天', '恢复', '通航', '老船工', '图书室', '新书', '读者', '排队', '开门', '石桥', '修好', '以后', '孩子', '上学', '菜场', '摊主', '水管', '茶铺', '门口', '粮站', '院子', '麦子', '马达'];

/** Cuts by the longest word of a short list. */
const words: Words = (text) => {
  const found: { word: string; tag: string }[] = [];
  for (let at = 0; at < text.length; at += found.at(-1)!.word.length) {
    const word = LISTED.filter((each) => text.startsWith(each, at)).sort((a, b) => b.length - a.length)[0] ?? text.charAt(at);
    found.push({ word, tag: 'n' });
  }
  return found;
};

const archive = countArchive('v', Array.from({ length: 4 }, () => SENTENCES.join('。\n\n')), words);
/** An archive that writes a few words over and over, so that something else between them is known, but unlikely. */
const monotonous = countArchive('v', ['今天渡口通航。'.repeat(400), '今天渡船口通航。', '渡船。船口。'.repeat(2), '老船工说。'.repeat(20), '今天说渡口。'.repeat(9)], words);
const pageOf = (...blocks: readonly string[]) => parsePage(blocks.join('\n\n'), { words, archive });
const dullPageOf = (...blocks: readonly string[]) => parsePage(blocks.join('\n\n'), { words, archive: monotonous });
const names = (features: readonly number[]) => features.map(LOST.nameOf);

/** Every place where a sentence can be cut between two Chinese characters, whole and with the character before the cut lost. */
const cuts = SENTENCES.flatMap((sentence) =>
  Array.from({ length: sentence.length - 8 }, (_, i) => i + 4).flatMap((at) =>
    /^\p{Script=Han}{5}$/u.test(sentence.slice(at - 3, at + 2))
      ? [{ upper: sentence.slice(0, at), lower: sentence.slice(at), lost: null }, { upper: sentence.slice(0, at - 1), lower: sentence.slice(at), lost: sentence.charAt(at - 1) }]
      : [],
  ),
);
const trained = trainLost(cuts.map(({ upper, lower, lost }) => ({ features: tracesOf(pageOf(upper, lower), 0, 1).features, so: lost !== null })));

/** Meetings in the monotonous archive, from those that something between them would spoil to those that want it. */
const DULL = [['今天渡', '口通航'], ['今天', '渡口'], ['今天渡', '工说'], ['今天', '口通'], ['老船', '说'], ['今天说', '通航']] as const;

/** Ends that are not Chinese characters. */
const APART = [['渡口通航，', '老船工'], ['渡口', '24 人'], ['Stet', '渡口']] as const;

/** A page of columns 14 characters wide: its sixth block lacks one of filling its lines, the seventh goes on with it. */
const columnPage = pageOf(...columnBlocks());

function columnBlocks(): readonly string[] {
  const prose = SENTENCES.join('，').repeat(4);
  const set = (length: number) => Array.from({ length: 90 }, (_, from) => prose.slice(from, from + length)).filter((text) => /\p{Script=Han}$/u.test(text));
  const filling = set(14 * 3 - 2);
  return [...filling.slice(0, 5), set(14 * 3 - 3)[0]!, set(14 * 3)[0]!, ...filling.slice(5, 10)];
}

const weights = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: LOST.size, maxLength: LOST.size }).map((all) => Float64Array.from(all));
const meeting = fc.constantFrom(
  ...cuts.map(({ upper, lower }) => ({ page: pageOf(upper, lower), above: 0, below: 1 })),
  ...[...APART, ['渡', '口'] as const].map((blocks) => ({ page: pageOf(...blocks), above: 0, below: 1 })),
);
const inColumns = fc.constantFrom(...[5, 6, 7].flatMap((above) => [above - 1, above + 1].map((below) => ({ page: columnPage, above, below }))));
const dull = fc.constantFrom(...DULL).map(([upper, lower]) => ({ page: dullPageOf(upper, lower), above: 0, below: 1 }));

describe('the traces of a lost character', () => {
  it('are the character that would best stand there, and how the ends meet as they are', () => {
    const { likely, features } = tracesOf(pageOf('清河渡口今天恢复', '航，老船工天不亮就起来擦船'), 0, 1);
    expect(likely).toBe('通');
    expect(names(features)).toEqual(expect.arrayContaining(['always=yes', 'lacks=unknown', 'fillsBelow=unknown']));
    const whole = pageOf('清河渡口今天恢复通', '航，老船工天不亮就起来擦船');
    expect(names(tracesOf(whole, 0, 1).features)).toContain(`junction=${JUNCTIONS[junctionBin(whole, 0, 1)]}+inside-word`);
  });

  it('weigh what would stand there against nothing, in nats', () => {
    const found = DULL.map(([upper, lower]) => {
      const page = dullPageOf(upper, lower);
      const [traces, best] = [tracesOf(page, 0, 1), insertion(monotonous, page.ends, 0, 1)];
      const [, level] = /^gain=(.+)\+/u.exec(names(traces.features).find((name) => name.startsWith('gain='))!)!;
      expect(traces.likely).toBe(best?.character ?? null);
      expect(level).toBe(best === null ? 'none' : String([-6, -4, -2, 0, 2, 4].find((limit) => best.gain <= limit) ?? 'more'));
      return level;
    });
    expect(found).toEqual(expect.arrayContaining(['none', '-6', 'more']));
    expect(new Set(found).size).toBeGreaterThan(4);
  });

  it.each([
    ['一百本新书，图', '室添了一百本新书', '书', 'fewer'],
    ['清河渡口今天恢复', '航，老船工', '通', 'as-many'],
    ['石桥修好以后，孩子们上', '再也不用绕', '学', 'as-many'],
    ['水管修好了，灯', '亮了', '也', 'more'],
  ])('say whether words become fewer or more by it: %s, %s', (upper, lower, likely, change) => {
    const traces = tracesOf(pageOf(upper, lower), 0, 1);
    expect(traces.likely).toBe(likely);
    expect(names(traces.features).find((name) => name.startsWith('words='))).toMatch(new RegExp(`^words=${change}\\+`));
  });

  it('and many more, where it would break a word', () => {
    expect(names(tracesOf(dullPageOf('今天渡', '口通航'), 0, 1).features)).toContain('words=many-more+-6');
  });

  it('are the width of the column, of which the block above lacks a character and the block below fills lines', () => {
    expect(names(tracesOf(columnPage, 5, 6).features)).toEqual(expect.arrayContaining(['lacks=surely-lacks', 'fillsBelow=surely-fills']));
    expect(names(tracesOf(columnPage, 6, 5).features)).toEqual(expect.arrayContaining(['lacks=fills', 'fillsBelow=almost']));
  });

  it.each([
    ['参加的有三百余家', '茶铺门口支起一口大锅', 'nothing'],
    ['读者领走了48册', '新书从早上排队', 'nothing'],
    ['船工们都回了家', '茶铺门口支起一口大锅', 'unseen'], // no number: the same character is no measure word
  ])('are not that the archive never had what is counted behind a measure word: %s, %s', (upper, lower, expected) => {
    const page = pageOf(upper, lower);
    expect(JUNCTIONS[junctionBin(page, 0, 1)]).toBe('unseen');
    expect(names(tracesOf(page, 0, 1).features).find((name) => name.startsWith('junction='))).toMatch(new RegExp(`^junction=${expected}\\+`));
  });

  it('are none where the ends that meet are not Chinese', () => {
    for (const [upper, lower] of APART) {
      const { likely, features } = tracesOf(pageOf(upper, lower), 0, 1);
      expect(likely).toBeNull();
      expect(names(features)).toContain('gain=none+no-characters');
      expect(names(features).some((name) => name.startsWith('words='))).toBe(false);
    }
  });
});

describe('lostBetween', () => {
  const marked = (sure: number) => cuts.map(({ upper, lower, lost }) => ({ lost, found: lostBetween(pageOf(upper, lower), trained, 0, 1, sure) }));

  it('marks what cuts lost and names it, and marks nothing where nothing is lost', () => {
    const found = marked(0.5);
    const [cutClean, cutShort] = [found.filter(({ lost }) => lost === null), found.filter(({ lost }) => lost !== null)];
    expect(cutShort.length).toBeGreaterThan(30);
    expect(cutClean.filter(({ found: mark }) => mark !== null)).toEqual([]);
    expect(cutShort.filter(({ found: mark, lost }) => mark?.likely === lost).length / cutShort.length).toBeGreaterThan(0.9);
  });

  it('says the same however sure it has to be, and nothing where it is less sure', () => {
    fc.assert(
      fc.property(weights, fc.oneof(meeting, dull, inColumns), fc.double({ min: 0, max: 1, noNaN: true }), (by, { page, above, below }, sure) => {
        const all = lostBetween(page, by, above, below, 0)!;
        const traces = tracesOf(page, above, below);
        expect(all.likely).toBe(traces.likely);
        expect(all.confidence).toBeCloseTo(1 / (1 + Math.exp(-traces.features.reduce((sum, feature) => sum + by[feature]!, 0))), 9);
        for (const least of [sure, all.confidence, all.confidence + 1e-12, all.confidence - 1e-12]) {
          expect(lostBetween(page, by, above, below, least)).toEqual(all.confidence < least ? null : all);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('looks at the two blocks it is asked about', () => {
    const page = pageOf('清河渡口今天恢复', '石桥修好以后', '航，老船工天不亮就起来擦船');
    expect(lostBetween(page, trained, 0, 2, 0)).toEqual(lostBetween(pageOf('清河渡口今天恢复', '航，老船工天不亮就起来擦船'), trained, 0, 1, 0));
  });
});

describe('the reason of a loss', () => {
  it('names the character, if there is one that is likely, and how sure it is in hundredths', () => {
    expect(reasonOfLoss({ confidence: 0.876, likely: '通' })).toEqual({ id: 'flow.reason.lost-likely', data: { sure: 88, likely: '通' } });
    expect(reasonOfLoss({ confidence: 0.5, likely: null })).toEqual({ id: 'flow.reason.lost-character', data: { sure: 50 } });
  });
});
