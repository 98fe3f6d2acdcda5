import { type Role, ROLES } from '../model/role.ts';
import type { PageReport } from '../split/page-report.ts';

/**
 * A page report in a tiny notation: `h0 b1+2 | h3 b4! / f5 d6` is an article of a headline and two joined body blocks, one that stops in mid-sentence at
 * block 4, and what stands aside. A role is its first letters (`b` is body). Bodies and headlines are taken from the texts of the blocks.
 */
export function reportOf(text: string, texts: readonly string[] = []): PageReport {
  const [articles = '', aside = ''] = text.split('/');
  const parts = (half: string) =>
    half.split(' ').filter((word) => word !== '').map((word) => {
      const [, letters = '', blocks = '', cut] = /^([a-z]+)([\d+]+)(!?)$/u.exec(word) ?? [];
      const role: Role = letters === 'b' ? 'body' : ROLES.find((each) => each.startsWith(letters))!;
      return { role, blocks: blocks.split('+').map(Number), isCut: cut === '!' };
    });
  const rolesOf = (made: ReturnType<typeof parts>) => Object.fromEntries(made.flatMap(({ role, blocks }) => blocks.map((block) => [String(block), role])));
  const read = (blocks: readonly number[]) => blocks.map((block) => texts[block] ?? '').join('');
  const made = articles.split('|').map(parts).filter(({ length }) => length > 0);
  const gone = parts(aside);
  return {
    page: 'page',
    articles: made.map((strips) => ({
      headline: strips.filter(({ role }) => role === 'headline').map(({ blocks }) => read(blocks)).join(''),
      blocks: strips.flatMap(({ blocks }) => blocks),
      roles: rolesOf(strips),
      body: strips.filter(({ role }) => role === 'body' || role === 'subhead').map(({ blocks }) => read(blocks)),
      truncated: strips.some(({ isCut }) => isCut),
    })),
    roles: rolesOf(gone),
    joins: made.flat().flatMap(({ blocks }) => blocks.slice(1).map((block, index): readonly [number, number] => [blocks[index]!, block])),
    findings: [
      ...gone.filter(({ role }) => role === 'duplicate').map(({ blocks: [block] }) => ({ block: block!, offset: 0, length: 1, kind: 'duplicate' as const })),
      ...made.flat().filter(({ isCut }) => isCut).map(({ blocks }) => ({ block: blocks.at(-1)!, offset: 1, length: 0, kind: 'truncated' as const })),
    ],
  };
}
