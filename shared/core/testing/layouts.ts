import type { Layout, Strip } from '../evaluate/edits/layout.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { Issue, Passage } from '../model/issue.ts';
import type { Piece } from '../model/piece.ts';
import { type Role, ROLES } from '../model/role.ts';

const roleOf = (letters: string): Role => ROLES.find((role) => role.startsWith(letters)) ?? 'body';

/**
 * A tiny notation for layouts: `h1 b2.3 | h4 b5 / f6` is an article of a headline and a body passage of two atoms, one of a headline and a body passage,
 * and furniture that stands aside. A role is its first letters (`b` is body).
 */
export function layoutOf(text: string): Layout {
  const strip = (word: string): Strip => {
    const [, letters = '', atoms = ''] = /^([a-z]+)([\d.]+)$/u.exec(word) ?? [];
    return { role: letters === 'b' ? 'body' : roleOf(letters), atoms: atoms.split('.').map(Number) };
  };
  const strips = (part: string) => part.split(' ').filter((word) => word !== '').map(strip);
  const [articles = '', aside = ''] = text.split('/');
  return { articles: articles.split('|').map(strips).filter(({ length }) => length > 0), aside: strips(aside) };
}

/** A layout in the same notation, with roles in full; what stands aside comes in the order of its atoms. */
export function showLayout({ articles, aside }: Layout): string {
  const words = (strips: readonly Strip[]) => strips.map(({ role, atoms }) => `${role}${atoms.join('.')}`).join(' ');
  return `${articles.map(words).join(' | ')} / ${words(aside.toSorted((a, b) => a.atoms[0]! - b.atoms[0]!))}`;
}

/** An issue with that layout: an atom is one character on a line of its own. */
export function issueWith(layout: Layout): Issue {
  const count = [...layout.articles.flat(), ...layout.aside].flatMap(({ atoms }) => atoms).length;
  const passage = ({ role, atoms }: Strip): Passage => ({
    id: passageId(`p${atoms[0]}`),
    role,
    pieces: atoms.map((atom) => ({ kind: 'kept', range: { from: atom * 2, to: atom * 2 + 1 } })),
  });
  return {
    source: Array.from({ length: count + 1 }, (_, atom) => String.fromCharCode(0x4e00 + atom)).join('\n'),
    articles: layout.articles.map((strips) => ({ id: articleId(`a${strips[0]!.atoms[0]}`), status: 'new', topics: [], note: '', passages: strips.map(passage) })),
    aside: layout.aside.map(passage),
  };
}

/** The atoms in a passage of an issue made by `issueWith`. */
export const atomsOf = (pieces: readonly Piece[]): readonly number[] => pieces.flatMap((piece) => (piece.kind === 'kept' ? [piece.range.from / 2] : []));

/** The layout of an issue made by `issueWith` and changed by edits. */
export function layoutIn({ articles, aside }: Issue): Layout {
  const strip = ({ role, pieces }: Passage): Strip => ({ role, atoms: atomsOf(pieces) });
  return { articles: articles.map(({ passages }) => passages.map(strip)), aside: aside.map(strip) };
}
