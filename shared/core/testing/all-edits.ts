import type { Edit, Spot } from '../edits/edit.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { ArticleHead, Issue, Passage } from '../model/issue.ts';
import { pieceLength } from '../model/pieces.ts';
import { type Role, isArticleRole } from '../model/role.ts';

const allIn = ({ articles, aside }: Issue) => [...articles.flatMap(({ passages }) => passages), ...aside];

/** Every run of neighbours in a list. */
const runsOf = <T>(list: readonly T[]): readonly (readonly T[])[] => list.flatMap((_, from) => list.slice(from).map((_, more) => list.slice(from, from + more + 1)));

/** Every edit that changes the split of an issue and is one act: what `editsToTruth` counts as one, with the given roles. `serial` makes new ids. */
export function allEdits(issue: Issue, roles: readonly Role[], serial: string): readonly Edit[] {
  const { articles, aside } = issue;
  const head: ArticleHead = { id: articleId(`n${serial}`), status: 'new', topics: [], note: '' };
  const printed = roles.filter(isArticleRole);
  const others = roles.filter((role) => !isArticleRole(role));
  // Every place outside a run, new articles among them.
  const spots = (run: readonly Passage[]): readonly Spot[] => [
    ...articles.flatMap(({ id, passages }) => [null, ...passages.filter((passage) => !run.includes(passage)).map((passage) => passage.id)].map((after): Spot => ({ article: id, after }))),
    ...[null, ...articles.map(({ id }) => id)].map((after): Spot => ({ article: head.id, after: null, open: { head, after } })),
  ];
  const moves = (run: readonly Passage[], to: Spot, role?: Role) =>
    run.map(({ id }, index) => ({
      passage: id,
      to: index === 0 ? to : to.article === null ? { article: null, after: null } : { article: to.article, after: run[index - 1]!.id },
      ...(role === undefined ? {} : { role }),
    }));
  return [
    ...articles.map(({ id }): Edit => ({ kind: 'mergeAbove', article: id })),
    ...articles.flatMap(({ passages }) => passages.map(({ id }): Edit => ({ kind: 'splitBefore', passage: id, head }))),
    ...articles.flatMap(({ id }) => [null, ...articles.map((other) => other.id)].map((after): Edit => ({ kind: 'reorder', article: id, after }))),
    ...articles.flatMap(({ passages }) => runsOf(passages).flatMap((run) => spots(run).map((to): Edit => ({ kind: 'movePassages', moves: moves(run, to) })))),
    ...articles.flatMap(({ passages }) => runsOf(passages).flatMap((run) => others.map((role): Edit => ({ kind: 'setAside', moves: moves(run, { article: null, after: null }, role) })))),
    ...aside.flatMap((passage) => spots([passage]).flatMap((to) => printed.map((role): Edit => ({ kind: 'restore', moves: moves([passage], to, role) })))),
    ...allIn(issue).flatMap(({ id }) => [...roles.map((role): Edit => ({ kind: 'setRole', passage: id, role })), { kind: 'join', passage: id } as const]),
    ...allIn(issue).flatMap(({ id, pieces, role: was }) => {
      let at = 0;
      return pieces.slice(1).flatMap((_, index) => {
        at += pieceLength(pieces[index]!);
        const place = at;
        return (isArticleRole(was) ? printed : others).map((role): Edit => ({ kind: 'cutPassage', passage: id, at: place, lower: { id: passageId(`n${serial}`), role } }));
      });
    }),
  ];
}
