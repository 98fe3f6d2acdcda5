import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { randomFrom } from '../../electron/engine/ingest/testing/word-pages.ts';

/** Makes articles of some 200 to 2,400 characters out of the words of jieba's list, each as frequent as it is there (drawn by Walker's alias method). `most`: no longer than about so many. */
export function articleTexts(most = Number.POSITIVE_INFINITY): () => string {
  const words = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8')
    .split('\n').map((line) => line.split(' ')).filter(([word = '']) => /^\p{Script=Han}+$/u.test(word));
  const random = randomFrom(7);
  const all = words.reduce((sum, [, frequency]) => sum + Number(frequency), 0);
  const share = Float64Array.from(words, ([, frequency]) => (Number(frequency) * words.length) / all);
  const other = new Int32Array(words.length);
  const [rare, common]: [number[], number[]] = [[], []];
  share.forEach((each, at) => (each < 1 ? rare : common).push(at));
  while (rare.length > 0 && common.length > 0) {
    const [low, high] = [rare.pop()!, common.pop()!];
    other[low] = high;
    share[high]! -= 1 - share[low]!;
    (share[high]! < 1 ? rare : common).push(high);
  }
  for (const at of [...rare, ...common]) share[at] = 1;
  const word = (): string => {
    const at = Math.floor(random() * words.length);
    return words[random() < share[at]! ? at : other[at]!]![0]!;
  };
  return () => {
    const length = Math.min(most, 200 + Math.floor(random() * random() * 2_200));
    let text = '';
    for (let line = 0; text.length < length;) {
      text += word();
      if (random() < 0.18) text += random() < 0.25 ? '。' : '，';
      if (text.length - line > 140 && random() < 0.2) {
        text += '。\n';
        line = text.length;
      }
    }
    return text.trimEnd();
  };
}
