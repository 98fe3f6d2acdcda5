// Recounts the ledger of an export from its sources, with no code of the program: node recount-ledger.mjs SOURCES EXPORT (with the format huggingface, of UTF-8 files).
// Prints a line a fault, then how many pages it counted; the exit status is 1 where there are faults.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [sources, folder] = process.argv.slice(2);
const rows = (table) => readdirSync(join(folder, 'huggingface', 'jsonl')).filter((name) => name.startsWith(`${table}-`)).sort()
  .flatMap((name) => readFileSync(join(folder, 'huggingface', 'jsonl', name), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)));
const isBlank = (character) => /[\p{White_Space}\uFEFF\u200B]/u.test(character);
const passages = rows('passages');
const corrections = rows('corrections');
const faults = [];
const { pages, left_out: leftOut = [], totals } = JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8'));

for (const page of pages) {
  const text = [...readFileSync(join(sources, page.source_file), 'utf8').replace(/^\uFEFF/u, '')];
  const times = text.map(() => 0);
  const count = (from, to) => text.slice(from, to).filter((character) => !isBlank(character)).length;
  const counted = { source: count(0, text.length), kept: 0, struck: 0, aside: 0 };
  for (const passage of passages.filter((row) => row.source_file === page.source_file)) {
    for (const { start, end } of passage.source_ranges) {
      counted[passage.article_id === '' ? 'aside' : 'kept'] += count(start, end);
      for (let at = start; at < end; at += 1) times[at] += 1;
    }
  }
  for (const row of corrections.filter((each) => each.source_file === page.source_file && each.before !== '')) {
    const struck = count(row.source_start, row.source_end);
    counted.struck += struck;
    counted[row.article_id === '' ? 'aside' : 'kept'] -= struck;
  }
  text.forEach((character, at) => {
    if (!isBlank(character) && times[at] !== 1) faults.push(`${page.source_file}: character ${at} is in ${times[at]} passages`);
  });
  for (const [figure, value] of Object.entries(counted)) if (page[figure] !== value) faults.push(`${page.source_file}: ${figure} is ${value}, the ledger says ${page[figure]}`);
}
// Pages that were left out: their characters are in no other sum, and what is unknown is said to be.
for (const page of leftOut) {
  if (page.source !== null) {
    const text = [...readFileSync(join(sources, page.source_file), 'utf8').replace(/^\uFEFF/u, '')];
    const counted = text.filter((character) => !isBlank(character)).length;
    if (counted !== page.source) faults.push(`${page.source_file}: source is ${counted}, the ledger says ${page.source}`);
  }
  if (passages.some((row) => row.source_file === page.source_file) || pages.some((each) => each.source_file === page.source_file)) faults.push(`${page.source_file}: was left out, and is there`);
}
const sumOf = (of, figure) => of.reduce((sum, page) => sum + (page[figure] ?? 0), 0);
const expected = { pages: leftOut.length, source: sumOf(leftOut, 'source'), unknown: leftOut.filter(({ source }) => source === null).length };
for (const [figure, value] of Object.entries(expected)) if ((totals.left_out?.[figure] ?? 0) !== value) faults.push(`left out: ${figure} is ${value}, the ledger says ${totals.left_out?.[figure]}`);
for (const figure of ['source', 'kept', 'struck', 'aside', 'added', 'gaps']) if (totals[figure] !== sumOf(pages, figure)) faults.push(`${figure} of all pages is ${sumOf(pages, figure)}, the ledger says ${totals[figure]}`);
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${pages.length} pages, ${leftOut.length === 0 ? '' : `${leftOut.length} left out, `}${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
