import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { meetsIn } from './meets.ts';

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url));
const SAMPLES = join(RESOURCES, 'samples', '2024-05');
const PAGES = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt')).map((name) => join(SAMPLES, name));
const meets = meetsIn(RESOURCES);

/** Paragraphs of our own samples, cut in two inside a sentence: first all beginnings, then all ends. */
function cutPage(path: string) {
  const texts = readFileSync(path, 'utf8').split(/\s*\n\s*/u).map((text) => text.trim()).filter((text) => text.length > 60);
  const halves = texts.flatMap((text) => {
    const at = text.search(/(?<=\p{Script=Han}{6})(?=\p{Script=Han}{3})/u);
    return at < 0 ? [] : [[text.slice(0, at), text.slice(at)] as const];
  }).slice(0, 12);
  let page = '';
  const put = (text: string) => {
    page += page === '' ? text : `\n\n${text}`;
    return { from: page.length - text.length, to: page.length };
  };
  const heads = halves.map(([head]) => put(head));
  const tails = halves.map(([, tail]) => put(tail));
  return { source: page, heads, tails };
}

const mean = (values: readonly (number | null)[]) => {
  const judged = values.filter((value) => value !== null);
  return judged.reduce((sum, value) => sum + value, 0) / judged.length;
};

test('ends go better with their own beginnings than with one another’s', () => {
  const [right, wrong]: [(number | null)[], (number | null)[]] = [[], []];
  for (const { source, heads, tails } of PAGES.map(cutPage).filter(({ heads }) => heads.length > 3)) {
    right.push(...meets(source, heads.map(({ to }, i) => ({ above: to, below: tails[i]!.from })), { archive: null }));
    wrong.push(...meets(source, heads.map(({ to }, i) => ({ above: to, below: tails[(i + 1) % tails.length]!.from })), { archive: null }));
  }
  expect(right.length).toBeGreaterThan(10);
  expect(mean(right)).toBeGreaterThan(mean(wrong));
  expect([...right, ...wrong].every((value) => value !== null && value >= 0 && value <= 1)).toBe(true);
});

test('what ends its sentence goes on with nothing, and neither does what is no place of the text', () => {
  const source = '标题一\n\n　　说完了。\n\n　　又开始说';
  expect(meets(source, [{ above: 11, below: 15 }, { above: 99, below: 0 }, { above: 0, below: 99 }], { archive: null })).toEqual([null, null, null]);
});
