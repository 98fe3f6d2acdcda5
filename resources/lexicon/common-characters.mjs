// Makes common-characters.json: how common each character of written Chinese is, counted in the word list of jieba (MIT).
// Run: node resources/lexicon/common-characters.mjs. With --check it only compares.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const RAREST = 17; // bits; below that a count says little

/** The file's text. A character's class is the whole number nearest to -log2 of its share of running text. */
function makeCommonCharacters() {
  const dictionary = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'));
  const counts = new Map();
  let total = 0;
  for (const line of dictionary.toString('utf8').split('\n')) {
    const [word = '', frequency = '0'] = line.split(' ');
    for (const character of word) {
      if (!/^\p{Script=Han}$/u.test(character) || character.length > 1) continue;
      counts.set(character, (counts.get(character) ?? 0) + Number(frequency));
      total += Number(frequency);
    }
  }
  const common = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const classes = new Map();
  for (const [character, count] of common) {
    const bits = Math.round(-Math.log2(count / total));
    if (bits <= RAREST) classes.set(bits, (classes.get(bits) ?? '') + character);
  }
  const made = {
    generated: 'node resources/lexicon/common-characters.mjs',
    input: '@node-rs/jieba/dict.txt',
    inputSha256: createHash('sha256').update(dictionary).digest('hex'),
    charactersByBits: Object.fromEntries(classes),
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}

const path = new URL('common-characters.json', import.meta.url);
const made = makeCommonCharacters();
if (!process.argv.includes('--check')) writeFileSync(path, made);
else if (readFileSync(path, 'utf8') !== made) {
  console.error('out of date: common-characters.json; run: node resources/lexicon/common-characters.mjs');
  process.exitCode = 1;
}
