import { countArchive } from '../parse/archive.ts';
import { describe, expect, it } from 'vitest';
import weights from '#resources/split/weights.json' with { type: 'json' };
import type { Words } from '../parse/words.ts';
import { readPieces } from '../model/reading.ts';
import { splitPage } from './split-page.ts';
import { readWeights } from './weights.ts';

const read = readWeights(weights);
if (!read.ok) throw new Error(`weights.json: ${JSON.stringify(read.error)}`);
const model = read.value;

/** A dictionary that knows no words: what is shown here has to hold without one. */
const characters: Words = (text) => [...text].map((word) => ({ word, tag: 'x' }));

/** A page in which each line is a block; `>` before a line stands for the gap a picture left. */
const pageOf = (lines: readonly string[]) => lines.map((line) => (line.startsWith('>') ? `\n\n${line.slice(1)}` : line)).join('\n\n');

/** The split as `role text` lines, articles parted by `--`; joined pieces by `+`. */
function outline(lines: readonly string[]): readonly string[] {
  const source = pageOf(lines);
  const { tree } = splitPage(source, { sourceVersion: '0123456789abcdef', model, language: { words: characters, archive: countArchive('', [], characters) } });
  const line = ({ role, pieces }: (typeof tree.aside)[number]) => `${role} ${pieces.map((piece) => readPieces(source, [piece], 'emended').slice(0, 6)).join('+')}`;
  return [...tree.articles.flatMap(({ passages }) => ['--', ...passages.map(line)]), ...(tree.aside.length > 0 ? ['aside', ...tree.aside.map(line)] : [])];
}

const FERRY = [
  '清河渡口今天恢复通航',
  '本报讯（记者 石磊）停航两年的清河渡口今天恢复通航，两岸居民一早赶来看船，老船工章有田开出了第一班渡船。',
  '新渡船能坐四十人，船上备有救生衣和急救箱。章有田说，从前过河要等水落，如今不论晴雨，每半小时就有一班，孩子们上学再也不用绕到上游的石桥。',
  '渡口管理站表示，通航首月免收船费，老人和学生长期免费。',
];
const LIBRARY = [
  '山村图书室添了三千册新书',
  '本报讯（记者 柳一禾）双渠村图书室日前收到三千册新书，由县图书馆和二十多位读者捐赠，村里的孩子放学后有了新去处。',
  '图书室每天下午四点开门，由三位退休教师轮流照看。教师梁月如说，孩子们最爱看的是科学画册，借书的本子已经写满了两本。',
];
const ferry = ['--', 'headline 清河渡口今天', 'body 本报讯（记者', 'body 新渡船能坐四', 'body 渡口管理站表'];
const library = ['--', 'headline 山村图书室添', 'body 本报讯（记者', 'body 图书室每天下'];

describe('the traits of real pages', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['two articles', [...FERRY, ...LIBRARY], [...ferry, ...library]],
    [
      'a paragraph cut by a column',
      [...LIBRARY, ...FERRY.slice(0, 2), FERRY[2]!.slice(0, 40), FERRY[2]!.slice(40), FERRY[3]!],
      [...library, '--', 'headline 清河渡口今天', 'body 本报讯（记者', 'body 新渡船能坐四+雨，每半小时', 'body 渡口管理站表'],
    ],
    [
      'a picture in the middle of an article',
      [...FERRY.slice(0, 2), '>图为清河渡口通航首日的情景。', '石磊摄', ...FERRY.slice(2), ...LIBRARY],
      ['--', 'headline 清河渡口今天', 'body 本报讯（记者', 'caption 图为清河渡口', 'credit 石磊摄', 'body 新渡船能坐四', 'body 渡口管理站表', ...library],
    ],
    [
      'a byline glued to the last paragraph',
      [...FERRY.slice(0, 3), `${FERRY[3]}本报记者 石磊`, ...LIBRARY],
      [...ferry, 'byline 本报记者 石', ...library],
    ],
    [
      'a byline of its own after the body',
      [...FERRY, '本报记者 石磊', ...LIBRARY],
      [...ferry, 'byline 本报记者 石', ...library],
    ],
    ['a web address', [...FERRY, 'www.example.com', ...LIBRARY], [...ferry, ...library, 'aside', 'furniture www.ex']],
    ['a paragraph that comes twice', [...FERRY, FERRY[2]!, ...LIBRARY], [...ferry, ...library, 'aside', 'duplicate 新渡船能坐四']],
    ['half-width commas', [...FERRY, ...LIBRARY].map((line) => line.replaceAll('，', ',')), [...ferry, ...library]],
    ['Windows line ends', [...FERRY, ...LIBRARY].map((line) => `${line}\r`), [...ferry, ...library]],
  ])('%s', (_, lines, expected) => {
    expect(outline(lines)).toEqual(expected);
  });

  it('says that the last article of a page stops in mid-sentence', () => {
    const source = pageOf([...FERRY, ...LIBRARY.slice(0, 2), LIBRARY[2]!.slice(0, 38)]);
    const { tree, decisions } = splitPage(source, { sourceVersion: '0123456789abcdef', model, language: { words: characters, archive: countArchive('', [], characters) } });
    expect(decisions.filter(({ kind }) => kind === 'truncated').map(({ subject }) => subject)).toEqual([tree.articles.at(-1)!.passages.at(-1)!.id]);
  });

  it('points from a duplicate to its twin', () => {
    const { tree } = splitPage(pageOf([...FERRY, FERRY[2]!]), { sourceVersion: '0123456789abcdef', model, language: { words: characters, archive: countArchive('', [], characters) } });
    expect(tree.aside.map(({ twin }) => twin)).toEqual([tree.articles[0]!.passages[2]!.id]);
  });

  it('gives reasons that are ids, strongest first, at most three a decision', () => {
    const { decisions } = splitPage(pageOf([...FERRY, ...LIBRARY]), { sourceVersion: '0123456789abcdef', model, language: { words: characters, archive: countArchive('', [], characters) } });
    expect(decisions.length).toBeGreaterThan(0);
    for (const { reasons } of decisions) {
      expect(reasons.length).toBeLessThanOrEqual(3);
      for (const { id } of reasons) expect(id).toMatch(/^split\.reason\.[a-z-]+$/);
    }
  });
});
