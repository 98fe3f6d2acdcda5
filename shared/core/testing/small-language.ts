import type { ArchiveLanguage } from '../checks/language.ts';
import { habitsOfPages, readSuspectWeights } from '../language/company.ts';
import { countGrams, threeOf, twoOf } from '../language/grams.ts';
import { lexicalGrams } from '../language/lexical-grams.ts';
import { readLookAlikes } from '../language/look-alikes.ts';
import { type Evidence, suspectsOf } from '../language/suspects.ts';
import { countWordGrams } from '../language/word-grams.ts';
import type { WordTree } from '../language/word-lattice.ts';
import { archiveNames } from '../names/archive-names.ts';
import { nameCountsOf } from '../names/register.ts';

/** A word list as a tree of letters, as small as a test needs: `word count` a line. */
export function smallWords(list: string): WordTree {
  const counts = new Map(list.split('\n').map((line) => line.split(' ')).map(([word, count]) => [word!, Number(count)] as const));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const nodes = new Map<string, number>(); // a beginning of words of several letters -> its node
  const texts = new Map<number, string>();
  for (const word of counts.keys()) {
    for (let length = 2; length <= word.length; length += 1) {
      const text = word.slice(0, length);
      if (nodes.has(text)) continue;
      texts.set((1 << 16) + nodes.size, text);
      nodes.set(text, (1 << 16) + nodes.size);
    }
  }
  const textOf = (node: number) => texts.get(node) ?? String.fromCharCode(node);
  return {
    follow: (node, unit) => nodes.get(textOf(node) + String.fromCharCode(unit)) ?? -1,
    rarity: (node) => {
      const count = counts.get(textOf(node));
      return count === undefined ? Number.NaN : Math.log(count / total);
    },
    unknown: -Math.log(total),
  };
}

/** What is known of a language of few words, whose archive is some pages. */
export function smallEvidence(list: string, pages: readonly string[], lookAlikes: Readonly<Record<string, string>>): Evidence {
  const words = smallWords(list);
  return { model: { grams: countGrams(pages), lexical: lexicalGrams(list, twoOf, threeOf) }, words, wordGrams: countWordGrams(pages, words), lookAlikes: readLookAlikes(lookAlikes) };
}

/** An archive of such a language. What gains by words and by the characters around is likely misread. */
export function smallLanguage(list: string, pages: readonly string[], lookAlikes: Readonly<Record<string, string>>): ArchiveLanguage {
  const evidence = smallEvidence(list, pages, lookAlikes);
  const table = { 'always=yes': -3, 'characters=>3': 2, 'characters=>4': 1, 'characters=>5': 1, 'characters=>6': 1, 'characters=>8': 1 };
  const weights = readSuspectWeights({ first: table, second: table });
  const habits = habitsOfPages(pages.map((page) => suspectsOf(page, evidence, 1)), weights);
  return { evidence, weights, habits, names: archiveNames(nameCountsOf(pages), evidence, habits) };
}
