import type { Role } from '#core/model/role.ts';
import { parseBlocks } from '#core/parse/blocks.ts';
import type { LayoutHint } from '#core/parse/hints.ts';
import type { TruthPage } from './truth-pages.ts';

/** The sizes that printers set each role in, in parts of the text's: from, to. Not what the splitter goes by, which is stated in the core. */
const SET_IN: Readonly<Record<Role, readonly [number, number]>> = {
  kicker: [1.2, 1.8], headline: [2, 3], subtitle: [1.2, 1.7], byline: [1, 1], subhead: [1, 1.25], body: [1, 1], caption: [0.85, 1], credit: [0.85, 1],
  banner: [1.3, 2], furniture: [0.8, 1.2], duplicate: [1, 1],
};

/** What a block is given whose size is wrong. */
const WRONG = [0.9, 1, 1, 1.2, 1.6, 2.4] as const;

/**
 * Sizes of type for the blocks of a page, as a file of layout would tell them: drawn by its true roles, of a share `wrong` without regard to them. The same ones
 * at every run.
 */
export function drawnSizes({ name, source, truth }: TruthPage, wrong: number): readonly LayoutHint[] {
  let state = [...name].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) % 2_147_483_646, 1) + 1;
  const draw = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return parseBlocks(source).map(({ range }, block) => {
    const [from, to] = SET_IN[truth.blocks[block]?.role ?? 'body'];
    const size = from + draw() * (to - from);
    return { from: range.from, size: draw() < wrong ? WRONG[Math.floor(draw() * WRONG.length)]! : size, begin: null, end: null };
  });
}
