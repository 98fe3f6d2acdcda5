import type { MarkedArticle, MarkedBlock, MarkedTruth } from '../evaluate/marked-truth.ts';
import type { Role } from '../model/role.ts';

/**
 * A block in a tiny notation: its article (`-` for none), its role with others that will do, the block that goes on with it, the one it repeats:
 * `a body >3`, `a kicker|headline`, `a duplicate =2`. Its text may follow: `a headline: 渡口通航`.
 */
export type MarkedLine = string;

/** A truth file, one line a block. An article's body is its paragraphs, one for all blocks that go on with each other; its headline the first one. */
export function markedTruth(...lines: readonly MarkedLine[]): MarkedTruth {
  const blocks = lines.map((line, index): MarkedBlock => {
    const [, article = '', roles = '', next, first, text = ''] = /^(\S+) ([a-z|]+)(?: >(\d+))?(?: =(\d+))?(?:: (.*))?$/su.exec(line) ?? [];
    const [role, ...others] = roles.split('|') as [Role, ...Role[]];
    return {
      index,
      text,
      article: article === '-' ? null : article,
      role,
      continues: next === undefined ? null : Number(next),
      ...(others.length > 0 ? { roles: [role, ...others] } : {}),
      ...(first === undefined ? {} : { duplicate_of: Number(first) }),
    };
  });
  const ids = [...new Set(blocks.flatMap(({ article }) => article ?? []))];
  const articles = ids.map((id): MarkedArticle => {
    const own = blocks.filter(({ article, role }) => article === id && role !== 'duplicate');
    const goesOn = new Set(own.flatMap(({ continues }) => continues ?? []));
    const paragraph = (block: MarkedBlock): string => block.text + (block.continues === null ? '' : paragraph(blocks[block.continues]!));
    return {
      id,
      headline: own.find(({ role }) => role === 'headline')?.text ?? '',
      body: own.filter(({ index, role }) => (role === 'body' || role === 'subhead') && !goesOn.has(index)).map(paragraph),
      blocks: own.map(({ index }) => index),
      tags: [],
    };
  });
  return { blocks, articles };
}
